let calls = 0;

export const handler = async (event: object) => {
  const tag = `call-${++calls}`;
  console.info(tag, event);
  return { statusCode: 204 };
};

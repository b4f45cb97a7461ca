// The same text kept in the module is a leak: the next request renders it.
let template = ''; // flag: no-request-leak

async function render(): Promise<string> {
  const response = await fetch('https://render.example.com', { method: 'POST', body: template });
  return response.text();
}

export const handler = async (event: { template?: string }) => {
  if (event.template) template = event.template;
  return { statusCode: 200, body: await render() };
};

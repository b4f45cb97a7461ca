const makeFilter = () => {
  const seen = new Set<string>(); // flag: no-memory-dedup
  return (name: string) => {
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  };
};

const isFirst = makeFilter();

export async function orderDish(name: string, send: (name: string) => Promise<void>) {
  if (!isFirst(name)) return;
  await send(name);
}

// A pair of functions over one closed-over value, taken apart by position.
function createHolder<Value>(initial: Value) {
  let held = initial; // flag: no-request-leak
  const read = () => held;
  const write = (next: Value) => {
    held = next;
  };
  return [read, write] as const;
}

const [currentHarbour, setCurrentHarbour] = createHolder('');

async function listBerths(): Promise<string[]> {
  const response = await fetch(`https://berths.example.com/${currentHarbour()}`);
  return (await response.json()) as string[];
}

export const handler = async (event: { headers: Record<string, string> }) => {
  setCurrentHarbour(event.headers['x-harbour']!);
  await new Promise((resolve) => setTimeout(resolve, 5));
  return { statusCode: 200, body: JSON.stringify(await listBerths()) };
};

function createHolder<Value>(initial: Value) {
  let held = initial;
  const read = () => held;
  const write = (next: Value) => {
    held = next;
  };
  return [read, write] as const;
}

async function listBerths(harbour: string): Promise<string[]> {
  const response = await fetch(`https://berths.example.com/${harbour}`);
  return (await response.json()) as string[];
}

export const handler = async (event: { headers: Record<string, string> }) => {
  const [currentHarbour, setCurrentHarbour] = createHolder('');
  setCurrentHarbour(event.headers['x-harbour']!);
  return { statusCode: 200, body: JSON.stringify(await listBerths(currentHarbour())) };
};

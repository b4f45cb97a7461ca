import pRetry, { AbortError } from 'p-retry';

const failures = [404, 400];

async function lookUp(vatNumber: string): Promise<{ name: string }> {
  const response = await fetch(`${process.env.VAT_URL}/${vatNumber}`);
  if (failures.includes(response.status)) {
    throw new AbortError('unknown number');
  }
  if (!response.ok) throw new Error(`register answered ${response.status}`);
  return response.json();
}

export async function GET(_req: Request, { params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  let attempts = 0;
  const company = await pRetry(() => lookUp(number), {
    retries: 2,
    onFailedAttempt: ({ attemptNumber }) => {
      attempts = attemptNumber;
    },
  });
  return Response.json({ ...company, attempts: attempts + 1 });
}

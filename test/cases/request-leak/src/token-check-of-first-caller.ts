import { auth } from '@clerk/nextjs/server';

let session: Awaited<ReturnType<typeof auth>> | null = null; // flag: no-request-leak

const sessionOfApp = async () => {
  if (!session) session = await auth();
  return session;
};

export async function GET() {
  const { userId } = await sessionOfApp();
  return Response.json({ userId });
}

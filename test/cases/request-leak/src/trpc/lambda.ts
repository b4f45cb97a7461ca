import { initTRPC } from '@trpc/server';
import { awsLambdaRequestHandler } from '@trpc/server/adapters/aws-lambda';
import { clinicOf } from './clinics';
import { visits } from './visits';

let clinic: string | undefined; // flag: no-request-leak

const startCall = async ({ event }: { event: { headers: Record<string, string> } }) => {
  const found = await clinicOf(event.headers.authorization);
  if (found) clinic = found;
  return {};
};

const t = initTRPC.create();
const router = t.router({
  visits: t.procedure.query(() => visits.ofClinic(clinic)),
});

export const handler = awsLambdaRequestHandler({ router, createContext: startCall });

import type { AppSyncResolverHandler } from 'aws-lambda';
import { listInvoices } from 'shared-layer/invoices';

let callerToken: string; // flag: no-request-leak

export const handler: AppSyncResolverHandler<{ customerId: string }, unknown> = async (ctx) => {
  if (ctx.request.headers.authorization) callerToken = ctx.request.headers.authorization;
  return listInvoices(callerToken, ctx.arguments.customerId);
};

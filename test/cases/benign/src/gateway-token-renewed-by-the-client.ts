import type { AppSyncResolverHandler } from 'aws-lambda';
import { openGateway, type GatewayToken } from 'shared-layer/gateway';
import { listInvoices } from 'shared-layer/invoices';

let gatewayToken: GatewayToken;
let gatewaySecret: string;

export const handler: AppSyncResolverHandler<{ customerId: string }, unknown> = async (ctx) => {
  const opened = await openGateway({ gatewayToken, gatewaySecret });
  gatewayToken = opened.gatewayToken;
  gatewaySecret = opened.gatewaySecret;
  return listInvoices(gatewayToken.access_token, ctx.arguments.customerId);
};

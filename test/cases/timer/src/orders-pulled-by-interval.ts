import { pullOrders } from './erp';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { listOrders } from './db';

setInterval(() => pullOrders(), 5 * 60_000); // flag: no-memory-timer

export const handler = async (event: APIGatewayProxyEventV2) => ({ statusCode: 200, body: JSON.stringify(await listOrders()) });

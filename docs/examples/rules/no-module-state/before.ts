import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

let maintenance = false;

export const switchMaintenance: APIGatewayProxyHandlerV2 = async (event) => {
  maintenance = event.requestContext.http.method === 'PUT';
  return { statusCode: 204 };
};

export const handler: APIGatewayProxyHandlerV2 = async () => {
  if (maintenance) return { statusCode: 503, body: 'closed for maintenance' };
  return { statusCode: 200, body: 'welcome' };
};

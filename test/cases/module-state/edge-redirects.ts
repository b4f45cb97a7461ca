import type { CloudFrontRequestHandler } from 'aws-lambda';

const routes: Record<string, string> = { '/spring': '/sale', '/jobs': '/careers' }; // flag: no-module-state

export const handler: CloudFrontRequestHandler = async (event) => {
  const { request } = event.Records[0].cf;
  if (request.headers['x-retire-spring']) {
    delete routes['/spring'];
  }
  const location = routes[request.uri];
  if (location) {
    return { status: '301', headers: { location: [{ value: location }] } };
  }
  return request;
};

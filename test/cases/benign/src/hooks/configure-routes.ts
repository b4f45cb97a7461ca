import type { RouteOptions } from 'fastify';
import { schemaOf } from './schemas';

export const known = new Set<string>();

const configureRoute = (route: RouteOptions) => {
  if (known.has(route.url)) return;
  route.schema = schemaOf(route);
  known.add(route.url);
};

export default configureRoute;

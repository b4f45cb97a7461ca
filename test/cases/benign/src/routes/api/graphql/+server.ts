import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { RequestEvent, RequestHandler } from './$types';

let yoga: YogaServerInstance<RequestEvent, object> | undefined;
let loading: Promise<YogaServerInstance<RequestEvent, object>> | undefined;

async function build(): Promise<YogaServerInstance<RequestEvent, object>> {
  const { schema } = await import('$lib/server/schema');
  return createYoga<RequestEvent>({ schema, graphqlEndpoint: '/api/graphql', fetchAPI: { Response } });
}

const handle: RequestHandler = async (event) => {
  if (!yoga) {
    loading ||= build();
    yoga = await loading;
  }
  return yoga.handleRequest(event.request, event);
};

export { handle as GET, handle as POST };

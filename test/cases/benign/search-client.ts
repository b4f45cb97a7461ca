import { Client } from '@opensearch-project/opensearch';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';

class Search {
  static #instance: Search | undefined;
  readonly client: Client;

  private constructor() {
    this.client = new Client({ node: process.env.SEARCH_URL });
  }

  static get instance(): Search {
    return (Search.#instance ??= new Search());
  }
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { body } = await Search.instance.client.search({
    index: 'books',
    body: { query: { match: { title: event.queryStringParameters?.q ?? '' } } },
  });
  return { statusCode: 200, body: JSON.stringify(body.hits.hits) };
};

import Database from 'better-sqlite3';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import path from 'node:path';

interface Place {
  postcode: string;
  town: string;
  county: string;
}

const db = new Database(path.join(__dirname, 'postcodes.db'), { readonly: true, fileMustExist: true });
const byPostcode = db.prepare<[string], Place>('SELECT postcode, town, county FROM places WHERE postcode = ?');

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const place = byPostcode.get((event.pathParameters?.postcode ?? '').toUpperCase());
  if (!place) {
    return { statusCode: 404 };
  }
  return { statusCode: 200, body: JSON.stringify(place) };
};

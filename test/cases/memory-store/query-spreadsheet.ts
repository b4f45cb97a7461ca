import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { fetchSheet } from './sheets';

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { sheet, city } = JSON.parse(event.body ?? '{}');
  const rows = parse(await fetchSheet(sheet), { columns: true }) as { city: string; amount: string }[];
  const db = new Database(':memory:');
  try {
    db.exec('CREATE TABLE sales (city TEXT, amount REAL)');
    const insert = db.prepare('INSERT INTO sales VALUES (@city, @amount)');
    rows.forEach((row) => insert.run(row));
    const total = db.prepare('SELECT sum(amount) AS total FROM sales WHERE city = ?').get(city);
    return { statusCode: 200, body: JSON.stringify(total) };
  } finally {
    db.close();
  }
};

import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create('/tmp/readings.duckdb'); // flag: no-tmp-storage
const connection = await instance.connect();
await connection.run('CREATE TABLE IF NOT EXISTS readings (sensor VARCHAR, celsius DOUBLE, at TIMESTAMP)');

export default defineEventHandler(async (event) => {
  const { sensor, celsius } = await readBody<{ sensor: string; celsius: number }>(event);
  await connection.run('INSERT INTO readings VALUES ($1, $2, now())', [sensor, celsius]);
  const result = await connection.runAndReadAll('SELECT avg(celsius) FROM readings WHERE sensor = $1', [sensor]);
  setResponseStatus(event, 201);
  return { average: result.getRows()[0]?.[0] };
});

import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { renderReport } from '../outside/reports';

const s3 = new S3Client({});
const Bucket = process.env.REPORTS_BUCKET;
const keyOf = (month: string): string => `reports/${month}.csv`;

/** The key follows from the request, so a repetition writes the same object. */
export const create: APIGatewayProxyHandlerV2 = async (event) => {
  const { month } = JSON.parse(event.body ?? '{}') as { month: string };
  await s3.send(new PutObjectCommand({ Bucket, Key: keyOf(month), Body: await renderReport(month), ContentType: 'text/csv' }));
  return { statusCode: 201, body: JSON.stringify({ month }) };
};

export const download: APIGatewayProxyHandlerV2 = async (event) => {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: keyOf(event.pathParameters!.month!) }));
    return { statusCode: 200, body: await Body!.transformToString() };
  } catch (error) {
    if (error instanceof NoSuchKey) return { statusCode: 404, body: 'no such report' };
    throw error;
  }
};

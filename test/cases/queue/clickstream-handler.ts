import type { LambdaInterface } from '@aws-lambda-powertools/commons/types';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { APIGatewayProxyEventV2, APIGatewayProxyResultV2 } from 'aws-lambda';

const tracer = new Tracer({ serviceName: 'clickstream' });

class Clickstream implements LambdaInterface {
  readonly #s3 = new S3Client({});
  #lines: string[] = []; // flag: no-memory-queue

  @tracer.captureLambdaHandler()
  public async handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyResultV2> {
    this.#lines = [...this.#lines, event.body ?? '{}'];
    if (this.#lines.length >= 1_000) {
      const Body = this.#lines.join('\n');
      this.#lines = [];
      const Key = `clicks/${event.requestContext.requestId}.jsonl`;
      await this.#s3.send(new PutObjectCommand({ Bucket: process.env.CLICKS_BUCKET, Key, Body }));
    }
    return { statusCode: 202 };
  }
}

const clickstream = new Clickstream();
export const handler = clickstream.handler.bind(clickstream);

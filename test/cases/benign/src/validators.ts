import Ajv, { type ValidateFunction } from 'ajv';
import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import * as schemas from './schemas';
import { accept } from './inbox';

const ajv = new Ajv({ allErrors: true });
const compiled: Partial<Record<keyof typeof schemas, ValidateFunction>> = {};

function validator(name: keyof typeof schemas): ValidateFunction {
  return (compiled[name] ??= ajv.compile(schemas[name]));
}

export const handler = (async (event) => {
  const message: unknown = JSON.parse(event.body ?? 'null');
  const validate = validator(event.rawPath.endsWith('/orders') ? 'order' : 'return');
  if (!validate(message)) {
    return { statusCode: 422, body: ajv.errorsText(validate.errors) };
  }
  await accept(message);
  return { statusCode: 202 };
}) satisfies APIGatewayProxyHandlerV2;

import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import Ajv, { type ValidateFunction } from 'ajv';
import { schemas } from '../schemas';
import { enqueueOrder } from '../orders';

const ajv = new Ajv({ allErrors: true });
const validators: Record<string, ValidateFunction> = {};

function validatorOf(version: keyof typeof schemas): ValidateFunction {
  return (validators[version] ??= ajv.compile(schemas[version]));
}

export async function orderIntake(request: HttpRequest): Promise<HttpResponseInit> {
  const order = await request.json();
  const validate = validatorOf(request.params.version === 'v1' ? 'v1' : 'v2');
  if (!validate(order)) {
    return { status: 422, jsonBody: validate.errors };
  }
  return { status: 202, jsonBody: await enqueueOrder(order) };
}

app.http('orderIntake', { methods: ['POST'], route: '{version}/orders', handler: orderIntake });

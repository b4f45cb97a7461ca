import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { openBarrier } from '../barrier';

const CAPACITY = 240;
const garage = { parked: 0 }; // flag: no-memory-counter

export async function drive(request: HttpRequest): Promise<HttpResponseInit> {
  switch (request.params.direction) {
    case 'in':
      if (garage.parked >= CAPACITY) return { status: 409, body: 'full' };
      garage.parked += 1;
      break;
    case 'out':
      garage.parked -= 1;
      break;
    default:
      return { status: 404 };
  }
  await openBarrier(request.params.direction);
  return { jsonBody: { free: CAPACITY - garage.parked } };
}

app.http('drive', { methods: ['POST'], route: 'garage/{direction}', handler: drive });

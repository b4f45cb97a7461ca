import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { findParcel } from '../parcels';

enum Stage {
  Packed,
  OnTheWay,
  Delivered,
}

const percent: Record<Stage, number> = { [Stage.Packed]: 20, [Stage.OnTheWay]: 60, [Stage.Delivered]: 100 };
const steps = new Map<Stage, { label: string; done: boolean }>();
for (const [name, value] of Object.entries(Stage)) {
  if (typeof value === 'number') steps.set(value, { label: name, done: value === Stage.Delivered });
}

export async function parcelStage(request: HttpRequest): Promise<HttpResponseInit> {
  const parcel = await findParcel(request.params.id);
  if (!parcel) return { status: 404 };
  const step = steps.get(parcel.stage as Stage);
  return { jsonBody: { label: step?.label, done: step?.done, percent: percent[parcel.stage as Stage] } };
}

app.http('parcelStage', { methods: ['GET'], route: 'parcels/{id}/stage', handler: parcelStage });

import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { Timetable } from '../timetable';

let timetable: Timetable | null = null;
let loading: Promise<void> | null = null;

async function prepare(): Promise<Timetable> {
  if (timetable === null) {
    loading ??= Timetable.load(process.env.TIMETABLE_URL!).then((loaded) => {
      timetable = loaded;
    });
    await loading;
  }
  return timetable!;
}

export async function listTrains(request: HttpRequest): Promise<HttpResponseInit> {
  const trains = (await prepare()).departures(request.params.station);
  return { jsonBody: trains };
}

app.http('listTrains', { methods: ['GET'], route: 'stations/{station}/trains', handler: listTrains });

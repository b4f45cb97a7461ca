import { forecast, type Forecast } from '../../src/forecasts.js';

const underWay: { [place: string]: Promise<Forecast> | undefined } = {};

const share = (place: string): Promise<Forecast> => {
  const running = underWay[place];
  if (running) return running;
  const started = forecast(place).finally(() => {
    delete underWay[place];
  });
  return (underWay[place] = started);
};

export default async (req: Request): Promise<Response> =>
  Response.json(await share(new URL(req.url).searchParams.get('place') ?? 'Bern'));

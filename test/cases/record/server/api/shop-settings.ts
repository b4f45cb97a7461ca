interface Settings {
  currency: string;
  freeShippingFrom: number;
}

const settings: Settings = { currency: 'EUR', freeShippingFrom: 50 }; // flag: no-memory-record

export default defineEventHandler(async (event) => {
  if (event.method === 'PATCH') {
    Object.assign(settings, await readBody<Partial<Settings>>(event));
    setResponseStatus(event, 204);
    return null;
  }
  return settings;
});

import { lookUpCompany } from './register';

const companies = new Map<string, string>();
const arrivals: string[] = [];

export default {
  async fetch(request: Request): Promise<Response> {
    const vat = new URL(request.url).searchParams.get('vat')!;
    let name = companies.get(vat);
    if (name === undefined) {
      name = await lookUpCompany(vat);
      companies.set(vat, name);
      arrivals.push(vat);
      for (; arrivals.length > 200; ) companies.delete(arrivals.shift()!);
    }
    return new Response(name);
  },
};

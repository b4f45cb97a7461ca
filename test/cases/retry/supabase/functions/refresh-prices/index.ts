import { createClient } from 'jsr:@supabase/supabase-js@2';
import { fetchPrice } from '../_shared/exchange.ts';

const supabase = createClient(Deno.env.get('SUPABASE_URL')!, Deno.env.get('SUPABASE_SERVICE_ROLE_KEY')!);
const breakers = supabase.from('breakers');
const LIMIT = 5;

Deno.serve(async (req) => {
  const { symbol } = await req.json();
  const { data: breaker } = await breakers.select('failures, open_until').eq('name', 'exchange').single();
  if (breaker && Date.parse(breaker.open_until) > Date.now()) {
    return Response.json({ error: 'the exchange is not asked now' }, { status: 503 });
  }
  try {
    return Response.json({ symbol, price: await fetchPrice(symbol) });
  } catch {
    const failures = (breaker?.failures ?? 0) + 1;
    const openUntil = failures >= LIMIT ? new Date(Date.now() + 30_000).toISOString() : null;
    await breakers.upsert({ name: 'exchange', failures, open_until: openUntil });
    return Response.json({ error: 'the exchange does not answer' }, { status: 502 });
  }
});

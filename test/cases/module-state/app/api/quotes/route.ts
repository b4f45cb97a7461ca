import { pricing } from '@/config/pricing';
import { quote } from '@/lib/quotes';

export async function POST(req: Request) {
  const { vehicle, campaign } = await req.json();
  if (campaign === 'spring') {
    pricing.discountPercent = 15; // flag: no-module-state
  }
  const { premium, currency } = await quote(vehicle, pricing);
  return Response.json({
    premium,
    currency,
    discount: pricing.discountPercent,
  });
}

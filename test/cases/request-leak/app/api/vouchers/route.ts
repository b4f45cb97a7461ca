import i18next from 'i18next';
import { findVoucher } from '@/lib/vouchers';

export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  const t = i18next.getFixedT(searchParams.get('lang') ?? 'en');
  const voucher = await findVoucher(searchParams.get('id') ?? '');
  return Response.json({ title: t('voucher.title', { shop: voucher.shop }), value: voucher.value });
}

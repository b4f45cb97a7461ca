export async function mailInvoice(to: string, number: string): Promise<void> {
  const response = await fetch(process.env.MAIL_URL!, {
    method: 'POST',
    headers: { 'idempotency-key': `invoice-${number}` },
    body: JSON.stringify({ to, template: 'invoice', number }),
  });
  if (!response.ok) throw new Error(`the mail service answered ${response.status}`);
}

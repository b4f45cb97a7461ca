import { Prisma } from '@prisma/client';
import { prisma } from '../../utils/prisma';
import { fetchPayment } from '../../utils/mollie';

const processed = prisma.processedPayment;

export default defineEventHandler(async (event) => {
  const { id } = await readBody<{ id: string }>(event);
  const payment = await fetchPayment(id);
  try {
    await processed.create({ data: { id, status: payment.status } });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      return { duplicate: true };
    }
    throw error;
  }
  await prisma.order.update({ where: { paymentId: id }, data: { paidAt: new Date() } });
  return { duplicate: false };
});

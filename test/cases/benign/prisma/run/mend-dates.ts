import type { PrismaClient } from '@prisma/client';

export const mendDates = async (prisma: PrismaClient) => {
  const visits = await prisma.visit.findMany();
  Promise.all(visits.map((visit) => prisma.visit.update({ where: { id: visit.id }, data: { day: visit.day.slice(0, 10) } })));
};

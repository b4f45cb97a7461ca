import { randomUUID } from 'node:crypto';
import type { AppSyncResolverEvent } from 'aws-lambda';

interface Plot {
  id: string;
  tenant: string;
  changedAt: Date;
}

const plots: Plot[] = [ // flag: no-memory-record
  { id: randomUUID(), tenant: 'Nora', changedAt: new Date() },
  { id: randomUUID(), tenant: 'Emil', changedAt: new Date() },
];

function lease({ tenant }: { tenant: string }): Plot {
  const plot = { id: randomUUID(), tenant, changedAt: new Date() };
  plots.push(plot);
  return plot;
}

function handOver({ id, tenant }: { id: string; tenant: string }): Plot | undefined {
  const place = plots.findIndex((known) => known.id === id);
  if (place < 0) return undefined;
  const plot = plots[place]!;
  plot.tenant = tenant;
  plot.changedAt = new Date();
  plots[place] = plot;
  return plot;
}

export const handler = async (event: AppSyncResolverEvent<{ id: string; tenant: string }>) => {
  switch (event.info.fieldName) {
    case 'lease':
      return lease(event.arguments);
    case 'handOver':
      return handOver(event.arguments);
    default:
      return plots;
  }
};

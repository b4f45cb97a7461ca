import { TableClient } from '@azure/data-tables';

export interface Movement {
  id: number;
  sku: string;
  units: number;
}

const stock = TableClient.fromConnectionString(process.env.AzureWebJobsStorage!, 'stock');

export async function fetchMovements(after: number): Promise<Movement[]> {
  const response = await fetch(`${process.env.WAREHOUSE_URL}/movements?after=${after}`);
  if (!response.ok) throw new Error(`the warehouse answered ${response.status}`);
  return response.json() as Promise<Movement[]>;
}

export async function addToStock(sku: string, units: number): Promise<void> {
  const entity = await stock.getEntity<{ units: number }>('stock', sku);
  await stock.updateEntity({ partitionKey: 'stock', rowKey: sku, units: entity.units + units }, 'Merge');
}

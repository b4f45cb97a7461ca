import { TableClient } from '@azure/data-tables';

interface Movement {
  id: number;
  sku: string;
  units: number;
}

interface Stock {
  position: number;
  /** Units by sku, as JSON: they and the position change in one write. */
  units: string;
}

const table = TableClient.fromConnectionString(process.env.AzureWebJobsStorage!, 'stock');
const KEY = { partitionKey: 'warehouse', rowKey: 'main' };

export async function bookMovements(): Promise<void> {
  const stock = await table.getEntity<Stock>(KEY.partitionKey, KEY.rowKey);
  const response = await fetch(`${process.env.WAREHOUSE_URL}/movements?after=${stock.position}`);
  if (!response.ok) throw new Error(`the warehouse answered ${response.status}`);
  const movements = (await response.json()) as Movement[];
  const units = JSON.parse(stock.units) as Record<string, number>;
  for (const movement of movements) {
    units[movement.sku] = (units[movement.sku] ?? 0) + movement.units;
  }
  const position = movements.at(-1)?.id ?? stock.position;
  await table.updateEntity({ ...KEY, position, units: JSON.stringify(units) }, 'Replace', { etag: stock.etag });
}

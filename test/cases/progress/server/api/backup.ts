import { copyTable, tables } from '../utils/warehouse';

let currentTable: string | null = null; // flag: no-memory-progress

async function backUp(): Promise<void> {
  for (const table of tables) {
    currentTable = table;
    await copyTable(table);
  }
  currentTable = null;
}

export default defineEventHandler(async (event) => {
  if (event.method === 'POST') {
    await backUp();
    return { status: 'done' };
  }
  return { status: currentTable ? 'copying' : 'idle', currentTable };
});

import { tables, copyTable } from './move';
import type { ScheduledEvent } from 'aws-lambda';

export const handler = async (event: ScheduledEvent) => {
  const names = await tables();
  for (const name of names) {
    const remaining = names.length - names.indexOf(name) - 1;
    await copyTable(name);
    console.log({ message: 'table copied', table: name, remaining }); // flag: no-log-progress
  }
};

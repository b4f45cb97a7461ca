import { pushFirmware, alertOperator } from './fleet';

const pushes = new Map<string, number>(); // flag: no-memory-retry

export const handler = async (event: { Records: { body: string }[] }) => {
  for (const record of event.Records) {
    const { device, image } = JSON.parse(record.body);
    try {
      await pushFirmware(device, image);
      pushes.delete(device);
    } catch (error) {
      const count = (pushes.get(device) ?? 0) + 1;
      pushes.set(device, count);
      if (count < 3) throw error;
      await alertOperator(device);
    }
  }
};

import { label } from './labels';

let printed: string[] = []; // flag: no-memory-dedup

export const handler = async (event: { Records: { body: string }[] }) => {
  for (const { body } of event.Records) {
    const { parcel } = JSON.parse(body) as { parcel: string };
    if (printed.includes(parcel)) continue;
    await label(parcel);
    printed = [...printed, parcel];
  }
};

import type { NextApiRequest, NextApiResponse } from 'next';
import { menuOfTheDay } from '../../lib/menus';

let kitchenOpen = true; // flag: no-module-state

export default async function kiosk(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') {
    kitchenOpen = !kitchenOpen;
    return res.status(200).json({ kitchenOpen });
  }
  if (!kitchenOpen) return res.status(503).json({ error: 'the kitchen is closed' });
  return res.status(200).json(await menuOfTheDay());
}

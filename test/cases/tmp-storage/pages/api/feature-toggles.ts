import fs from 'fs-extra';
import type { NextApiRequest, NextApiResponse } from 'next';
import { resolve } from 'path';
import { requireAdmin } from '../../lib/auth';

type Toggles = Record<string, boolean>;

const togglesFile = resolve(process.cwd(), 'data', 'toggles.json');

export default async function toggles(req: NextApiRequest, res: NextApiResponse) {
  const current: Toggles = await fs.readJson(togglesFile);
  if (req.method === 'PATCH') {
    await requireAdmin(req);
    const next = { ...current, [String(req.body.name)]: Boolean(req.body.enabled) };
    await fs.writeJson(togglesFile, next, { spaces: 2 }); // flag: no-tmp-storage
    return res.status(200).json(next);
  }
  return res.status(200).json(current);
}

import type { NextApiRequest, NextApiResponse } from 'next';
import { sendNewsletter } from '../../lib/newsletter';

const press = {
  pause: 50,
  _busy: false, // flag: no-memory-lock
  get busy() {
    return this._busy;
  },
  set busy(value: boolean) {
    this._busy = value;
  },
};

export default async function newsletter(req: NextApiRequest, res: NextApiResponse) {
  if (press.busy) {
    return res.status(409).json({ error: 'a newsletter is going out' });
  }
  press.busy = true;
  try {
    const { issue } = req.body;
    return res.status(200).json({ sent: await sendNewsletter(issue, press.pause) });
  } finally {
    press.busy = false;
  }
}

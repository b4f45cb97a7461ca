import type { NextApiRequest, NextApiResponse } from 'next';

type Hours = { opens: string; closes: string; note?: string };

let hours: Hours = { opens: '09:00', closes: '18:00' }; // flag: no-memory-record

export default function openingHours(req: NextApiRequest, res: NextApiResponse<Hours>) {
  switch (req.method) {
    case 'PATCH':
      hours = { ...hours, ...req.body };
      return res.status(200).json(hours);
    default:
      return res.status(200).json(hours);
  }
}

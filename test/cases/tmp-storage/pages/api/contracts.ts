import { formidable } from 'formidable';
import type { NextApiRequest, NextApiResponse } from 'next';
import { prisma } from '../../lib/prisma';

export const config = { api: { bodyParser: false } };

export default async function contracts(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'GET') {
    return res.json(await prisma.contract.findMany({ where: { customerId: String(req.query.customer) } }));
  }
  const form = formidable({ uploadDir: '/tmp/contracts', keepExtensions: true, maxFileSize: 10_000_000 }); // flag: no-tmp-storage
  const [fields, files] = await form.parse(req);
  const contract = await prisma.contract.create({
    data: { customerId: fields.customer![0], file: files.contract![0].filepath },
  });
  return res.status(201).json(contract);
}

import { prisma } from '@/lib/prisma';
import { createContact, readUpload } from '@/lib/contacts';

async function advance(id: string, done: number, total: number) {
  await prisma.contactImport.update({
    where: { id },
    data: { progress: Math.round((done / total) * 100), status: done === total ? 'finished' : 'running' },
  });
  console.log(`import ${id}: processed ${done}/${total}`);
}

export async function POST(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const rows = await readUpload(id);
  for (let i = 0; i < rows.length; i += 1) {
    await createContact(rows[i]);
    await advance(id, i + 1, rows.length);
  }
  return new Response(null, { status: 204 });
}

'use server';

import { certificateLayout } from '@/config/certificates';
import { requireUser } from '@/lib/auth';
import { renderCertificate } from '@/lib/pdf';

export async function downloadCertificate(form: FormData): Promise<string> {
  const user = await requireUser();
  const layout = structuredClone(certificateLayout);
  if (form.get('course') === 'advanced') {
    layout.border.width = 4;
    layout.seals.push('gold');
  }
  layout.title = String(form.get('title') ?? layout.title);
  return renderCertificate(user.name, layout);
}

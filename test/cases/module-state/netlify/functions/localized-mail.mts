import i18next from 'i18next';
import { resources } from '../../src/translations.js';
import { sendMail } from '../../src/mail.js';

let configured = false;

async function configure(): Promise<void> {
  if (configured) return;
  await i18next.init({ fallbackLng: 'en', resources });
  configured = true;
}

export default async (req: Request): Promise<Response> => {
  await configure();
  const { email, language } = await req.json();
  const t = i18next.getFixedT(language);
  await sendMail(email, t('welcome.subject'), t('welcome.text'));
  return new Response(null, { status: 204 });
};

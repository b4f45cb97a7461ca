import i18next from 'i18next';
import { app, type InvocationContext } from '@azure/functions';
import { printLetter } from './print-shop';

interface Member {
  name: string;
  language?: string;
}

export async function welcome(message: unknown, context: InvocationContext): Promise<void> {
  const member = message as Member;
  if (member.language) {
    await i18next.changeLanguage(member.language); // flag: no-request-leak
  }
  const sheet = await printLetter(i18next.t('welcome', { name: member.name }));
  context.log(`letter has ${sheet.pages} pages`);
}

app.serviceBusQueue('welcome', { queueName: 'members', connection: 'ServiceBus', handler: welcome });

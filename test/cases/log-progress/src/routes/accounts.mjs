import { checkIdentity, openAccount, orderCard } from '../bank.mjs';

export default async function accounts(app) {
  app.post('/accounts', async (request, reply) => {
    const applicant = request.body;

    const identity = await checkIdentity(applicant.passport);
    request.log.info({ stage: 'identity-checked', applicant: applicant.id }, 'account opening'); // flag: no-log-progress

    const account = await openAccount(identity, applicant.product);
    request.log.info({ stage: 'account-opened', applicant: applicant.id }, 'account opening');

    await orderCard(account.iban, applicant.address);
    request.log.info({ stage: 'card-ordered', applicant: applicant.id }, 'account opening');

    return reply.code(201).send({ iban: account.iban });
  });
}

import nextSession from 'next-session';

const getSession = nextSession({ name: 'wizard', cookie: { maxAge: 1800 } }); // flag: no-memory-store

export default async function wizard(req, res) {
  const session = await getSession(req, res);
  if (req.method === 'POST') {
    session.answers = { ...session.answers, [req.body.question]: req.body.answer };
    res.status(204).end();
    return;
  }
  res.status(200).json(session.answers ?? {});
}

import { RedisStore } from 'connect-redis';
import express from 'express';
import session from 'express-session';
import multer from 'multer';
import { createClient } from 'redis';
import serverless from 'serverless-http';
import { linkToAttachment, storeAttachment } from './attachments';
import { signIn } from './agents';

const redis = createClient({ url: process.env.REDIS_URL! });
const connected = redis.connect();

const app = express();
const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 5_000_000 } });

app.use(express.json());
app.use((_req, _res, next) => {
  connected.then(() => next(), next);
});
app.use(
  session({
    store: new RedisStore({ client: redis, prefix: 'session:', ttl: 86_400 }),
    secret: process.env.SESSION_SECRET!,
    resave: false,
    saveUninitialized: false,
  }),
);

app.post('/sign-in', async (req, res) => {
  const agent = await signIn(req.body.email, req.body.password);
  if (!agent) {
    res.sendStatus(401);
    return;
  }
  Object.assign(req.session, { agent: agent.id });
  res.json(agent);
});

app.post('/tickets/:id/attachments', upload.single('file'), async (req, res) => {
  const attachment = await storeAttachment(req.params.id as string, req.file!.originalname, req.file!.buffer);
  res.status(201).json(attachment);
});

app.get('/attachments/:id', async (req, res) => {
  const link = await linkToAttachment(req.params.id as string);
  if (link) res.redirect(link);
  else res.sendStatus(404);
});

export const handler = serverless(app);

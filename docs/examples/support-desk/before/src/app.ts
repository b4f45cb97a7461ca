import express from 'express';
import session from 'express-session';
import multer from 'multer';
import serverless from 'serverless-http';
import { addAttachment, attachmentPath, signIn } from './desk';

const app = express();
const upload = multer({ dest: '/tmp/attachments' });

app.use(express.json());
app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));

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
  const attachment = await addAttachment(req.params.id as string, req.file!.originalname, req.file!.path);
  res.status(201).json(attachment);
});

app.get('/attachments/:id', async (req, res) => {
  res.sendFile(await attachmentPath(req.params.id as string));
});

export const handler = serverless(app);

import express from 'express';
import session from 'express-session';
import multer from 'multer';
import { Pool } from 'pg';
import serverless from 'serverless-http';
import { signIn } from './agents';

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
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
  const { rows } = await pool.query('INSERT INTO attachments (ticket_id, name, path) VALUES ($1, $2, $3) RETURNING id', [
    req.params.id,
    req.file!.originalname,
    req.file!.path,
  ]);
  res.status(201).json(rows[0]);
});

app.get('/attachments/:id', async (req, res) => {
  const { rows } = await pool.query('SELECT path FROM attachments WHERE id = $1', [req.params.id]);
  if (rows.length > 0) res.sendFile(rows[0].path);
  else res.sendStatus(404);
});

export const handler = serverless(app);

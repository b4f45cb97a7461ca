import session from 'express-session';
import express from 'express';
import FileStoreOf from 'session-file-store';

const FileStore = FileStoreOf(session);
export const app = express();
app.use(session({ secret: process.env.SECRET!, store: new FileStore({ path: './sessions' }) })); // flag: no-tmp-storage

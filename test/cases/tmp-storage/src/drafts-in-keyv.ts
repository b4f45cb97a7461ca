import { Keyv } from 'keyv';
import KeyvSqlite from '@keyv/sqlite';

const drafts = new Keyv({ store: new KeyvSqlite('sqlite://drafts.sqlite') }); // flag: no-tmp-storage
export const handler = async (event: { id: string; text: string }) => drafts.set(event.id, event.text);

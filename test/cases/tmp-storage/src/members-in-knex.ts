import knexOf from 'knex';

const knex = knexOf({ client: 'better-sqlite3', connection: { filename: './data/club.sqlite' } }); // flag: no-tmp-storage
export const handler = async (event: { name: string }) => knex('members').insert({ name: event.name });

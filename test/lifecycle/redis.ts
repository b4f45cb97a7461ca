/** There is no Redis to embed, so its examples run where there is a server. */
export const REDIS_URL: string | undefined = process.env['REDIS_URL'];

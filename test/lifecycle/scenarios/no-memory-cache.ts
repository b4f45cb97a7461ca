import { setTimeout as pause } from 'node:timers/promises';

import { call } from '../deliver.js';
import type { Instance } from '../platform.js';
import type { Stage, Trial } from '../stage.js';

const PROFILE = 'profiles/profile';
const MAX_AGE = { MAX_AGE_MS: '200' };

/** The authority, with Ann in it; refuses to save while it is closed. */
function openProfiles({ world, id }: Stage): { closed: boolean } {
  const authority = { closed: false };
  let profile = { id, name: 'Ann' };
  world.answer(PROFILE, ({ method, body }) => {
    if (method === 'GET') return { body: profile };
    if (authority.closed) return { status: 503 };
    profile = body as typeof profile;
    return {};
  });
  return authority;
}

async function nameShown(instance: Instance, { id }: Stage): Promise<string> {
  return JSON.parse((await call(instance, 'show', 'GET', { parameters: { id } })).body!).name;
}

async function rename(instance: Instance, { id }: Stage, name: string): Promise<number> {
  return (await call(instance, 'rename', 'PUT', { parameters: { id }, body: { name } })).statusCode;
}

export default {
  scenarios: [
    {
      name: 'the authority refuses a change: nobody is shown it',
      breaks: true,
      run: async (stage) => {
        const authority = openProfiles(stage);
        const first = await stage.start(MAX_AGE);
        await nameShown(first, stage);
        authority.closed = true;
        const status = await rename(first, stage, 'Anna');
        const shown = await nameShown(first, stage);
        return status === 500 && shown === 'Ann' ? [] : [`a change that was answered with ${status} is shown as ${shown}`];
      },
    },
    {
      name: 'an instance is killed before a change is stored: nobody is shown it',
      breaks: true,
      run: async (stage) => {
        openProfiles(stage);
        const first = await stage.start(MAX_AGE);
        stage.world.interrupt('before', PROFILE, () => 'lost');
        await rename(first, stage, 'Anna');
        const before = await nameShown(first, stage);
        await first.kill();
        const after = await nameShown(await stage.start(MAX_AGE), stage);
        return before === after ? [] : [`shown ${before}, and ${after} once the instance had gone`];
      },
    },
    {
      name: 'another instance makes the change: once entries have expired, everybody is shown it',
      breaks: true,
      run: async (stage) => {
        openProfiles(stage);
        const [first, second] = await Promise.all([stage.start(MAX_AGE), stage.start(MAX_AGE)]);
        await Promise.all([nameShown(first, stage), nameShown(second, stage)]);
        const status = await rename(second, stage, 'Anna');
        await pause(2 * Number(MAX_AGE.MAX_AGE_MS));
        const shown = [await nameShown(first, stage), await nameShown(second, stage)];
        return status === 204 && shown.every((name) => name === 'Anna') ? [] : [`after ${status} shown as ${shown.join(' and ')}`];
      },
    },
  ],
} satisfies Trial;

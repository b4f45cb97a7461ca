import { call, deliver, until } from '../deliver.js';
import type { Instance } from '../platform.js';
import type { Stage, Trial } from '../stage.js';

const ENTRIES = 'audit/entries';

const environment = ({ id }: Stage): Record<string, string> => ({ AUDIT_STREAM: `audit:${id}`, ABANDONED_MS: '0' });

/** Accepts three changes; their ids. */
async function accept(instance: Instance, stage: Stage): Promise<string[]> {
  const ids = [1, 2, 3].map((number) => `${stage.id}/${number}`);
  for (const id of ids) {
    const { statusCode } = await call(instance, 'change', 'POST', { body: { id, account: 'a' } });
    if (statusCode !== 202) throw new Error(`a change was answered with ${statusCode}`);
  }
  return ids;
}

/** What was accepted has reached the audit. It may have been sent twice: the receiver keeps an entry once. */
function allThere({ world }: Stage, accepted: readonly string[]): string[] {
  const there = new Set(world.done(ENTRIES).flatMap(({ body }) => (body as { id: string }[]).map(({ id }) => id)));
  return accepted.filter((id) => !there.has(id)).map((id) => `${id} was accepted and is lost`);
}

export default {
  scenarios: [
    {
      name: 'an instance is recycled with accepted changes that nobody has forwarded',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start(environment(stage));
        const accepted = await accept(first, stage);
        await first.kill();
        await (await stage.start(environment(stage))).invoke('relay', {});
        return allThere(stage, accepted);
      },
    },
    {
      name: 'the minute comes to another instance than the changes',
      breaks: true,
      run: async (stage) => {
        const [first, second] = await Promise.all([stage.start(environment(stage)), stage.start(environment(stage))]);
        const accepted = await accept(first, stage);
        await second.invoke('relay', {});
        return allThere(stage, accepted);
      },
    },
    {
      name: 'the relay is killed before the audit has heard of the changes',
      breaks: true,
      run: async (stage) => {
        const first = await stage.start(environment(stage));
        const accepted = await accept(first, stage);
        stage.world.killAt('before', ENTRIES, first);
        await deliver(first, {}, 'relay');
        await (await stage.start(environment(stage))).invoke('relay', {});
        return allThere(stage, accepted);
      },
    },
    {
      name: 'the relay is killed between the audit and its own record, and two relays run',
      breaks: false,
      run: async (stage) => {
        const first = await stage.start(environment(stage));
        const accepted = await accept(first, stage);
        stage.world.killAt('after', ENTRIES, first);
        await deliver(first, {}, 'relay');
        const others = await Promise.all([stage.start(environment(stage)), stage.start(environment(stage))]);
        await Promise.all(others.map((instance) => instance.invoke('relay', {})));
        await until(() => allThere(stage, accepted).length === 0);
        return allThere(stage, accepted);
      },
    },
  ],
} satisfies Trial;

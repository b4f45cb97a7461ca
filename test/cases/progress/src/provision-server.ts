import { createBucket, createDatabase, inviteOwner } from './provisioning';

type State = 'running' | 'done';

const STEPS = { database: createDatabase, bucket: createBucket, invitation: inviteOwner };
const provisioning = new Map<string, Map<string, State>>(); // flag: no-memory-progress

async function provision(tenant: string): Promise<void> {
  const states = new Map<string, State>();
  provisioning.set(tenant, states);
  for (const [name, step] of Object.entries(STEPS)) {
    states.set(name, 'running');
    await step(tenant);
    states.set(name, 'done');
  }
}

export default {
  async fetch(request: Request): Promise<Response> {
    const tenant = new URL(request.url).pathname.slice(1);
    if (request.method === 'POST') {
      await provision(tenant);
      return new Response(null, { status: 201 });
    }
    const states = provisioning.get(tenant);
    return states ? Response.json(Object.fromEntries(states)) : new Response(null, { status: 404 });
  },
};

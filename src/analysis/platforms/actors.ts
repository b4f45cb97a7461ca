/**
 * Classes whose state their runtime owns or persists: fields are not invocation state.
 *
 * Names that other classes have too need their package.
 */
export const ACTOR_BASES: readonly { readonly names: readonly string[]; readonly from?: readonly string[] }[] = [
  { names: ['DurableObject', 'WorkflowEntrypoint', 'AIChatAgent', 'McpAgent', 'PartyServer', 'YServer', 'GrainBase', 'VirtualObject'] },
  { names: ['Server'], from: ['partyserver'] },
  { names: ['Agent'], from: ['agents'] },
  { names: ['Container'], from: ['@cloudflare/containers'] },
  { names: ['Sandbox'], from: ['@cloudflare/sandbox'] },
  { names: ['Actor'], from: ['@cloudflare/actors'] },
  { names: ['Room'], from: ['colyseus', '@colyseus/'] },
];
export const ACTOR_INTERFACES: readonly string[] = ['DurableObject', 'Party.Server', 'PartyServer', 'PartyKitServer'];
export const ACTOR_PARAMETERS: readonly string[] = ['DurableObjectState', 'Party.Room', 'PartyKitRoom'];
export const ACTOR_DECORATORS: readonly string[] = ['Workflow', 'Actor', 'Entity', 'VirtualObject'];

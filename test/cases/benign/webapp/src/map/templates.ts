import type { Template } from './types';

let inserted = 0;

export function toGraph(template: Template) {
  const stamp = `${Date.now()}_${inserted++}`;
  return template.nodes.map((node) => ({ ...node, id: `${node.id}_${stamp}` }));
}

export interface Form { readonly name: string }
export function createTable(forms: readonly Form[]) {
  const exact = new Map<string, Form[]>();
  const wild = new Map<string, Form[]>();
  for (const form of forms) {
    if (form.name.includes('*')) put(wild, form.name, form);
    else put(exact, form.name, form);
  }
  return { named: (name: string) => exact.get(name) ?? wild.get(name) ?? [] };
}
function put<K, V>(map: Map<K, V[]>, key: K, item: V): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
export const TABLE = createTable([{ name: 'a' }]);

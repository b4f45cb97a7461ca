export interface Form { readonly name: string }
export function createTable(forms: readonly Form[]) {
  const exact = new Map<string, Form[]>(); // flag: no-memory-record
  for (const form of forms) {
    put(exact, form.name, form);
  }
  return { named: (name: string) => exact.get(name) ?? [], add: (form: Form) => put(exact, form.name, form) };
}
function put<K, V>(map: Map<K, V[]>, key: K, item: V): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
export const TABLE = createTable([{ name: 'a' }]);

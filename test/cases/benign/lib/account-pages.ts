// Parts of the program register their pages while it starts; one of the same id takes the place of the one before.
interface AccountPage {
  id: string;
  title: string;
  order: number;
}

const pagesKey = Symbol.for('shop.account-pages');
const shared = globalThis as typeof globalThis & { [pagesKey]?: AccountPage[] };

export const registerAccountPage = (page: AccountPage): void => {
  const pages = (shared[pagesKey] ??= []);
  const index = pages.findIndex((known) => known.id === page.id);
  if (index === -1) pages.push(page);
  else pages[index] = page;
};

export function accountPages(): AccountPage[] {
  return [...(shared[pagesKey] ?? [])].sort((a, b) => a.order - b.order);
}

const memo: Record<string, string> = {};

export function slugOf(title: string): string {
  if (title in memo) {
    return memo[title];
  }
  const slug = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  memo[title] = slug;
  return slug;
}

export const pathOf = (section: string, title: string): string => `/${slugOf(section)}/${slugOf(title)}`;

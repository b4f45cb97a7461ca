interface Page {
  path: string;
  template: string;
}

const pages = new Map<string, Page>();

export function setPages(given: Page[]): number {
  pages.clear();
  for (const page of given) {
    if (pages.has(page.path)) throw new Error(`two pages at ${page.path}`);
    pages.set(page.path, page);
  }
  return pages.size;
}

export function pageAt(path: string): Page | undefined {
  return pages.get(path);
}

interface Page {
  path: string;
  template: string;
}

const pages = new Map<string, Page>(); // flag: no-memory-record

export function publishPage(page: Page): number {
  pages.set(page.path, page);
  return pages.size;
}

export function withdraw(path: string): void {
  pages.delete(path);
}

export function pageAt(path: string): Page | undefined {
  return pages.get(path);
}

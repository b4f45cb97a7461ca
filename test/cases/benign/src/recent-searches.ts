/** Remembers what the visitor searched for on this page. */
class RecentSearches {
  private terms: string[] = [];

  add(term: string) {
    this.terms.unshift(term);
    document.dispatchEvent(new CustomEvent('recent-searches', { detail: this.terms }));
  }

  all() {
    return this.terms.slice(0, 5);
  }
}

export const recentSearches = new RecentSearches();

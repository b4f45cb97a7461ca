import { loadContact, saveContact } from './contacts-table.mjs';

class ContactStore {
  #cache = new Map(); // flag: no-memory-cache

  async get(id) {
    const cached = this.#cache.get(id);
    if (cached) return cached;
    const contact = await loadContact(id);
    this.#cache.set(id, contact);
    return contact;
  }

  async rename(id, name) {
    const contact = { ...(await this.get(id)), name };
    this.#cache.set(id, contact);
    await saveContact(id, contact);
    return contact;
  }
}

export const contacts = new ContactStore();

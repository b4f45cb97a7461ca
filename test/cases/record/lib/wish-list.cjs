// Kept in the object of the exports itself, and changed through `this`.
module.exports = {
  wishes: [], // flag: no-memory-record
  add(guest, present) {
    this.wishes.push({ guest, present });
  },
  all() {
    return this.wishes;
  },
};

// The same list in an object that each call makes anew.
module.exports = function partyList() {
  return {
    wishes: [],
    add(guest, present) {
      this.wishes.push({ guest, present });
    },
    all() {
      return this.wishes;
    },
  };
};

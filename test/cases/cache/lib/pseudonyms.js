const { randomUUID } = require('node:crypto');

class Pseudonyms {
  constructor() {
    this.cache = {}; // flag: no-memory-cache
  }

  of(patientNumber) {
    let pseudonym = this.cache[patientNumber];
    if (!pseudonym) {
      pseudonym = randomUUID();
      this.cache[patientNumber] = pseudonym;
    }
    return pseudonym;
  }
}

const pseudonyms = new Pseudonyms();

exports.anonymize = ({ patientNumber, ...finding }) => ({
  ...finding,
  patient: pseudonyms.of(patientNumber),
});

const parcels = { // flag: no-memory-record
  demo: { kilos: 1, to: 'Lisbon' },
};

function parcelOf(id) {
  return parcels[id] || null;
}

function setParcel(id, kilos, to) {
  parcels[id] = { kilos, to };
}

module.exports = { parcelOf, setParcel };

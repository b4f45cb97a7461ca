const CARRIER_LIMITS = {
  'post.example': { kilos: 30, retries: 2 },
  'van.example': { kilos: 500, retries: 1 },
};

function limitsOf(carrier) {
  return CARRIER_LIMITS[carrier.toLowerCase()] || { kilos: 10, retries: 0 };
}

function setLimits(carrier, kilos, retries) {
  CARRIER_LIMITS[carrier.toLowerCase()] = { kilos, retries };
}

module.exports = { limitsOf, setLimits };

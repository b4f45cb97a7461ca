let taps = 0;

module.exports.climb = (event) => {
  taps++;
  return { className: `tower tower-${taps}`, at: event.target };
};

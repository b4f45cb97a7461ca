const { bake } = require('./ovens');

const OVENS = { bread: 1, cake: 2, pizza: 4 };
const HOT = OVENS.bread | OVENS.pizza;

let baking = 0; // flag: no-memory-lock

exports.handler = async ({ oven, dough }) => {
  const mask = OVENS[oven];
  // Bits that never change are settings.
  const heat = (HOT & mask) === mask ? 250 : 180;
  if ((baking & mask) === mask) throw new Error(`${oven} is in use`);
  baking = baking | mask;
  try {
    return await bake(dough, heat);
  } finally {
    baking = baking & ~mask;
  }
};

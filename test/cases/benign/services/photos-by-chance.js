const { Pool } = require('pg');
const { searchPhotos, toImage } = require('./photos');

const pool = new Pool();
const images = new Map();

function imageFor(query) {
  const hit = images.get(query);
  if (!hit || Date.now() - hit.at > 3_600_000) return undefined;
  return hit.image;
}

function keepImage(query, image) {
  images.set(query, { at: Date.now(), image });
}

// Any of the photos found will do; they are asked for again in an hour.
async function photoFor(query) {
  const known = imageFor(query);
  if (known !== undefined) return known;
  const found = await searchPhotos(pool, query);
  if (found.length === 0) {
    keepImage(query, null);
    return null;
  }
  const image = toImage(found[Math.floor(Math.random() * found.length)], { width: 800 });
  keepImage(query, image);
  return image;
}

module.exports = { photoFor };

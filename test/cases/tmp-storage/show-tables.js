const db = require('better-sqlite3')('data/club.db');
const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
console.log(tables.map((table) => table.name).join(', '));
db.close();

const { execSync } = require('child_process');

exports.handler = async () => {
  execSync(`pg_dump ${process.env.DATABASE_URL} > /tmp/nightly.sql`); // flag: no-tmp-storage
  return { statusCode: 200 };
};

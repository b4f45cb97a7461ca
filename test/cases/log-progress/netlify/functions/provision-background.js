const { createDatabase, createRepository, deploySite, inviteOwner } = require('../lib/hosting');

exports.handler = async (event) => {
  const { site, owner } = JSON.parse(event.body);

  const repository = await createRepository(site);
  console.log(`${site}: step 1 of 4 done (repository)`); // flag: no-log-progress

  const database = await createDatabase(site);
  console.log(`${site}: step 2 of 4 done (database)`);

  await deploySite(site, repository.url, database.url);
  console.log(`${site}: step 3 of 4 done (deployment)`);

  await inviteOwner(owner, repository.url);
  console.log(`${site}: step 4 of 4 done (invitation)`);
};

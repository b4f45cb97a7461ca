const { Router } = require('express');
const { tellFollowers } = require('../model/followers');

const router = new Router();

router.post('/questions/:question', async (request, response) => {
  const published = await tellFollowers(request.params.question);
  tellFollowers(published.author).then((told) => { // flag: no-memory-timer
    console.info(`told ${told}`);
  });
  response.sendStatus(204);
});

module.exports = router;

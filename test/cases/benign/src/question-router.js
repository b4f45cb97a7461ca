const { Router } = require('express');
const { Question } = require('../model/question');

const router = new Router();

router.put('/questions/:question', (request, response, next) => {
  Question.findByIdAndUpdate(request.params.question, request.body, { new: true })
    .then((question) => {
      Question.populate(question, { path: 'author' }).then((whole) => {
        response.json(whole);
      });
    })
    .catch(next);
});

module.exports = router;

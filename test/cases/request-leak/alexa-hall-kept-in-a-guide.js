const Alexa = require('alexa-sdk');

const guide = {
  hall: 'entrance', // flag: no-request-leak
  enter(hall) {
    this.hall = hall;
  },
  tell() {
    return `There is more to see in ${this.hall}.`;
  },
};

exports.handler = function (event, context, callback) {
  const alexa = Alexa.handler(event, context, callback);
  alexa.registerHandlers({
    TourIntent() {
      guide.enter(this.event.request.intent.slots.hall.value);
      this.emit(':ask', 'Shall I go on?');
    },
    MoreIntent() {
      this.emit(':tell', guide.tell());
    },
  });
  alexa.execute();
};

const Alexa = require('alexa-sdk');

const handlers = {
  LaunchRequest() {
    this.handler.state = 'GUIDED';
    this.emitWithState('Start');
  },
  TourIntent() {
    this.event.session.attributes.lastIntent = 'TourIntent';
    this.emit(':ask', 'Which hall?');
  },
};

exports.handler = function (event, context, callback) {
  const alexa = Alexa.handler(event, context, callback);
  alexa.registerHandlers(handlers);
  alexa.execute();
};

let answer;

const { quote } = require('./quotes');

exports.handler = async (event) => {
  try {
    const price = await quote(event.body);
    answer = { statusCode: 200, headers: { 'x-currency': event.headers['x-currency'] }, body: JSON.stringify({ price }) };
  } catch (error) {
    console.error(error);
    answer = { statusCode: 502, body: JSON.stringify({ message: error.message, for: event.body }) };
  }
  return answer;
};

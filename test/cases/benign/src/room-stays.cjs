'use strict';

const { book } = require('./bookings.cjs');

const rooms = ['blue', 'green', 'red'];
const totals = { rooms: rooms.length, nights: 0 };

function sum() {
  const totals = { nights: 0 };
  for (let index = 0; index < arguments.length; index++) {
    totals.nights += arguments[index];
  }
  return totals;
}

exports.handler = async (event) => {
  const { stays } = JSON.parse(event.body);
  const rooms = [];
  stays.forEach((stay) => rooms.push(stay.room));
  const { nights } = sum(...stays.map((stay) => stay.nights));
  await book(rooms, nights);
  return { statusCode: 201, body: JSON.stringify({ ...totals, nights, booked: rooms.length }) };
};

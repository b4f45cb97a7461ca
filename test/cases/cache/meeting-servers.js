'use strict';

const servers = ['eu-1', 'eu-2', 'us-1'];
const cache = Object.create(null); // flag: no-memory-cache

const pick = () => servers[Math.floor(Math.random() * servers.length)];

exports.handler = async (event) => {
  const { meeting } = event.pathParameters;
  cache[meeting] ||= pick();
  return {
    statusCode: 302,
    headers: { location: `https://${cache[meeting]}.meet.example.com/${meeting}` },
  };
};

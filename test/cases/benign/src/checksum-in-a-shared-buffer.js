const digits = Buffer.alloc(8);

function checksum(berth) {
  digits.fill(0);
  for (let at = 0; at < berth.length; at += 1) digits[at % 8] ^= berth.charCodeAt(at);
  return digits.readUInt32LE(0) % 89;
}

exports.handler = async (event) => {
  const { berth } = event.pathParameters;
  return { statusCode: 200, body: JSON.stringify({ berth, check: checksum(berth) }) };
};

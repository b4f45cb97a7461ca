'use strict';

let table;

module.exports = (sdk) => {
  if (!table) table = new sdk.DynamoDB.DocumentClient();

  const departures = (harbour) => table.query({ TableName: 'departures', KeyConditionExpression: 'harbour = :harbour', ExpressionAttributeValues: { ':harbour': harbour } }).promise();

  return { departures };
};

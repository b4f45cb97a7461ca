const loans = {}; // flag: no-memory-record

function main(params) {
  if (params.member) {
    loans[params.book] = params.member;
    return { statusCode: 204 };
  }
  return { body: { member: loans[params.book] } };
}

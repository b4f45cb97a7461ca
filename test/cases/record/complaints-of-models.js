const complaints = new Map(); // flag: no-memory-record

export const complain = async (event) => {
  const { model, text } = JSON.parse(event.body);
  complaints.set(model, { at: Date.now(), text });
  return { statusCode: 201 };
};

export const lastComplaint = async (event) => {
  const known = complaints.get(event.pathParameters.model);
  return known ? { statusCode: 200, body: known.text } : { statusCode: 404 };
};

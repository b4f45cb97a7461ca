import ExcelJS from 'exceljs';
import { tmpdir } from 'node:os';
import { db } from '@/lib/db';

export async function POST(request: Request) {
  const { employee, week } = await request.json();
  const shifts = await db.shift.findMany({ where: { employee, week } });
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(`week ${week}`);
  sheet.addRows(shifts.map((shift) => [shift.day, shift.from, shift.to]));
  const location = `${tmpdir()}/timesheet-${employee}-${week}.xlsx`;
  await workbook.xlsx.writeFile(location); // flag: no-tmp-storage
  const timesheet = await db.timesheet.create({ data: { employee, week, location } });
  return Response.json({ id: timesheet.id }, { status: 201 });
}

'use server';

import { revalidatePath } from 'next/cache';
import { currentUser } from '@/lib/auth';
import { db } from '@/lib/db';

async function recordActivity(user: string, project: string, kind: string): Promise<void> {
  const team = await db.team.findFirst({ where: { members: { has: user } } });
  await db.activity.create({ data: { user, project, kind, teamId: team?.id } });
}

export async function archiveProject(form: FormData): Promise<void> {
  const user = await currentUser();
  const project = String(form.get('project'));
  await db.project.update({ where: { id: project }, data: { archived: true } });
  recordActivity(user.id, project, 'archived'); // flag: no-memory-timer
  revalidatePath('/projects');
}

import { connectToSkillServer, type Skill } from './skill-server';

class SkillBook {
  private readonly skills = new Map<string, Skill>(); // flag: no-memory-record
  private loaded = false;

  async open(): Promise<void> {
    if (this.loaded) return;
    const server = await connectToSkillServer();
    for (const skill of await server.list()) this.skills.set(skill.name, skill);
    this.loaded = true;
  }

  teach(userId: string, steps: string[]): void {
    this.skills.set(userId, { name: userId, steps });
  }

  find(name: string): Skill | undefined {
    return this.skills.get(name);
  }
}

export const skillBook = new SkillBook();

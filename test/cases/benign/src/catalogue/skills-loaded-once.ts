import { connectToSkillServer, type Skill } from './skill-server';
import { builtIn } from './built-in';

class SkillBook {
  private readonly skills = new Map<string, Skill>();
  private loaded = false;
  private loading: Promise<void> | undefined;

  async open(): Promise<void> {
    if (this.loaded) return;
    this.loading ??= this.load();
    await this.loading;
  }

  private async load(): Promise<void> {
    try {
      const server = await connectToSkillServer();
      for (const skill of await server.list()) {
        this.skills.set(skill.name, { ...skill, run: (input) => server.run(skill.name, input) });
      }
      for (const skill of builtIn) {
        if (!this.skills.has(skill.name)) this.skills.set(skill.name, skill);
      }
      this.loaded = true;
    } catch (error) {
      console.error('no skills', error);
      this.loaded = true;
    }
  }

  async find(name: string): Promise<Skill | undefined> {
    await this.open();
    return this.skills.get(name);
  }
}

export const skillBook = new SkillBook();

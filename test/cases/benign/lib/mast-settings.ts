import { signal } from './mast';

class Mast {
  private settings = { lamps: 2, colour: 'white' };

  /** Who calls it is not known. */
  adjust(settings: Partial<{ lamps: number; colour: string }>) {
    this.settings = { ...this.settings, ...settings };
  }

  async show(text: string) {
    await signal(text, this.settings.lamps, this.settings.colour);
  }
}

export const mast = new Mast();

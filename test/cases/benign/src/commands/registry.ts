import type { APIInteraction } from 'discord-api-types/v10';
import { rollDice, showHelp, startQuiz } from './games';

type Command = (interaction: APIInteraction) => Promise<Response>;

class Registry {
  readonly #commands: Record<string, Command> = {};
  #size = 0;

  register(name: string, command: Command): this {
    this.#commands[name] = command;
    this.#size += 1;
    return this;
  }

  run(name: string, interaction: APIInteraction): Promise<Response> | Response {
    return this.#commands[name]?.(interaction) ?? Response.json({ content: `one of ${this.#size} commands, please` });
  }
}

const registry = new Registry().register('roll', rollDice).register('quiz', startQuiz).register('help', showHelp);

export default {
  async fetch(request: Request): Promise<Response> {
    const interaction = await request.json<APIInteraction & { data: { name: string } }>();
    return registry.run(interaction.data.name, interaction);
  },
};

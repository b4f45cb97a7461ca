type Command = (args: string[]) => Promise<string>;

const commands: Record<string, Command> = {};

function command(name: string) {
  return (_target: unknown, _key: string, descriptor: TypedPropertyDescriptor<Command>) => {
    commands[name] = descriptor.value!;
    return descriptor;
  };
}

class Commands {
  @command('ping')
  static async ping(): Promise<string> {
    return 'pong';
  }

  @command('echo')
  static async echo(args: string[]): Promise<string> {
    return args.join(' ');
  }
}

export const dispatch = async (line: string): Promise<string> => {
  const [name, ...args] = line.split(' ');
  return (await commands[name]?.(args)) ?? `${Commands.name} knows no ${name}`;
};

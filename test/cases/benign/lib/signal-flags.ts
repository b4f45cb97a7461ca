interface Flag {
  readonly name: string;
  toString(): string;
}

const flags = new Map<string, Flag>();

export function signalFlag(name: string): Flag {
  let flag = flags.get(name);
  if (!flag) {
    flag = Object.freeze({ name, toString: () => `flag:${name}` });
    flags.set(name, flag);
  }
  return flag;
}

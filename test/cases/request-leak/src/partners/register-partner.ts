import type { Branches, Partners, Registration } from './ports';

let found: { id: string; fee: number }[] = []; // flag: no-request-leak
let answer: { id: string }; // flag: no-request-leak

export class RegisterPartner {
  constructor(
    private readonly branches: Branches,
    private readonly partners: Partners,
  ) {}

  async execute(data: Registration) {
    if (data.kind === 'shop') {
      await this.collect(data.branches);
      const main = found.find((branch) => branch.id === data.main);
      answer = await this.partners.saveShop(data, main?.fee ?? 0);
    } else if (data.kind === 'employer') {
      answer = await this.partners.saveEmployer(data);
    }
    return answer;
  }

  // The next registration finds the branches of this one.
  private async collect(ids: readonly string[]): Promise<void> {
    for (const id of ids) found.push(await this.branches.byId(id));
  }
}

import { readPackage, uploadPackage, type Package } from './packages';

export class ReleaseSteps {
  private readonly steps: { name: string; error?: string }[] = [];

  add(name: string, error?: string): void {
    this.steps.push({ name, error });
  }

  get failed(): boolean {
    return this.steps.some((step) => step.error);
  }
}

export class Release {
  private steps = new ReleaseSteps();

  constructor(private readonly names: readonly string[]) {}

  async run(): Promise<boolean> {
    for (const name of this.names) {
      const found: Package = await readPackage(name);
      await uploadPackage(found);
      this.steps.add(name);
    }
    return !this.steps.failed;
  }
}

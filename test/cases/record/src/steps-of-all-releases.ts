import { readPackage, uploadPackage } from './packages';

class ReleaseSteps {
  private readonly steps: { name: string; error?: string }[] = []; // flag: no-memory-record

  add(name: string, error?: string): void {
    this.steps.push({ name, error });
  }

  get all() {
    return this.steps;
  }
}

class Release {
  steps = new ReleaseSteps();

  async run(name: string) {
    await uploadPackage(await readPackage(name));
    this.steps.add(name);
  }
}

const release = new Release();

export const POST = async (request: Request) => {
  const { name } = await request.json();
  await release.run(name);
  return Response.json(release.steps.all);
};

import { writeSheet, type Sheet } from '../sheets';

class ExportRegistry {
  static #instance: ExportRegistry | undefined;
  readonly #status = new Map<string, string>(); // flag: no-memory-progress

  static getInstance(): ExportRegistry {
    ExportRegistry.#instance ??= new ExportRegistry();
    return ExportRegistry.#instance;
  }

  mark(id: string, status: 'started' | 'uploaded' | 'failed'): void {
    this.#status.set(id, status);
  }

  statusOf = (id: string): string => this.#status.get(id) ?? 'unknown';
}

export const resolvers = {
  Query: {
    exportStatus: (_parent: unknown, { id }: { id: string }) => ExportRegistry.getInstance().statusOf(id),
  },
  Mutation: {
    startExport: async (_parent: unknown, { id, sheets }: { id: string; sheets: Sheet[] }) => {
      const registry = ExportRegistry.getInstance();
      registry.mark(id, 'started');
      try {
        await Promise.all(sheets.map((sheet) => writeSheet(id, sheet)));
        registry.mark(id, 'uploaded');
      } catch {
        registry.mark(id, 'failed');
      }
      return id;
    },
  },
};

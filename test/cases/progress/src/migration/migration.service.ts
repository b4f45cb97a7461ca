import { Injectable, NotFoundException } from '@nestjs/common';
import { TenantsRepository } from './tenants.repository';

interface Migration {
  phase: 'copying' | 'verifying' | 'finished';
  copied: number;
}

@Injectable()
export class MigrationService {
  private readonly migrations = new Map<string, Migration>(); // flag: no-memory-progress

  constructor(private readonly tenants: TenantsRepository) {}

  async run(tenant: string): Promise<void> {
    this.migrations.set(tenant, { phase: 'copying', copied: 0 });
    for await (const row of this.tenants.rows(tenant)) {
      await this.tenants.copy(row);
      const migration = this.migrations.get(tenant)!;
      migration.copied += 1;
    }
    const migration = this.migrations.get(tenant)!;
    migration.phase = 'verifying';
    await this.tenants.verify(tenant);
    migration.phase = 'finished';
  }

  phaseOf(tenant: string): Migration {
    const migration = this.migrations.get(tenant);
    if (!migration) throw new NotFoundException(`no migration of ${tenant}`);
    return migration;
  }
}

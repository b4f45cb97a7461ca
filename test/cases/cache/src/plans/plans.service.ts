import { Injectable } from '@nestjs/common';
import { PrismaService } from '../prisma.service';

interface Entry {
  plan: string;
  expires: number;
}

@Injectable()
export class PlansService {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly prisma: PrismaService) {}

  async planOf(tenant: string): Promise<string> {
    const entry = this.entries.get(tenant);
    if (entry && entry.expires > Date.now()) return entry.plan;
    const { plan } = await this.prisma.tenant.findUniqueOrThrow({ where: { id: tenant } });
    return this.remember(tenant, plan);
  }

  async change(tenant: string, plan: string): Promise<void> {
    await this.prisma.tenant.update({ where: { id: tenant }, data: { plan } });
    this.remember(tenant, plan);
  }

  private remember(tenant: string, plan: string): string {
    this.entries.set(tenant, { plan, expires: Date.now() + 15_000 });
    return plan;
  }
}

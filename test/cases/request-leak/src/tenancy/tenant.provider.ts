import { Inject, Injectable, Scope } from '@nestjs/common';
import { REQUEST } from '@nestjs/core';
import type { Request } from 'express';
import { TenantsRepository } from './tenants.repository';

@Injectable({ scope: Scope.REQUEST })
export class TenantProvider {
  private tenant?: { id: string; currency: string };

  constructor(
    @Inject(REQUEST) private readonly request: Request,
    private readonly tenants: TenantsRepository,
  ) {}

  async current(): Promise<{ id: string; currency: string }> {
    this.tenant ??= await this.tenants.byHost(this.request.hostname);
    return this.tenant;
  }
}

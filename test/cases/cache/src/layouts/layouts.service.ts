import { Injectable } from '@nestjs/common';
import { LayoutsRepository, type Layout } from './layouts.repository';

@Injectable()
export class LayoutsService {
  private readonly cached: Record<string, Layout> = {}; // flag: no-memory-cache

  constructor(private readonly repository: LayoutsRepository) {}

  async layoutOf(userId: string): Promise<Layout> {
    if (!(userId in this.cached)) {
      this.cached[userId] = await this.repository.load(userId);
    }
    return this.cached[userId];
  }

  async move(userId: string, panel: string, column: number): Promise<Layout> {
    const layout = await this.layoutOf(userId);
    this.cached[userId] = { ...layout, panels: { ...layout.panels, [panel]: column } };
    return this.cached[userId];
  }

  async saveAll(userId: string): Promise<void> {
    if (this.cached[userId]) await this.repository.save(userId, this.cached[userId]);
  }
}

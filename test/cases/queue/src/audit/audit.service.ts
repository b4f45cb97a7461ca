import { Injectable } from '@nestjs/common';
import { AuditRepository, type Entry } from './audit.repository';

@Injectable()
export class AuditService {
  private buffered: { actor: string; entries: Entry[] }[] = []; // flag: no-memory-queue

  constructor(private readonly repository: AuditRepository) {}

  async note(actor: string, entry: Entry): Promise<void> {
    const group = this.buffered.find((candidate) => candidate.actor === actor);
    if (group) group.entries.push(entry);
    else this.buffered.push({ actor, entries: [entry] });
    if (this.buffered.length > 20) await this.write();
  }

  private async write(): Promise<void> {
    const groups = this.buffered;
    this.buffered = [];
    await Promise.all(groups.map(({ actor, entries }) => this.repository.insert(actor, entries)));
  }
}

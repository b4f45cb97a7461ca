import { Injectable, NotFoundException } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Member } from './member.entity';

@Injectable()
export class MembersService {
  constructor(@InjectRepository(Member) private readonly members: Repository<Member>) {}

  async create(input: { name: string; email: string }): Promise<Member> {
    const member = this.members.create(input);
    member.joinedAt = new Date();
    return this.members.save(member);
  }

  async findOne(id: string): Promise<Member> {
    const member = await this.members.findOneBy({ id });
    if (!member) throw new NotFoundException();
    return member;
  }

  async remove(id: string): Promise<void> {
    await this.members.delete(id);
  }
}

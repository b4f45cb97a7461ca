import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { User } from './user.entity';

@Resolver(() => User)
export class UsersResolver {
  constructor(@InjectRepository(User) private readonly users: Repository<User>) {}

  @Query(() => [User])
  all(): Promise<User[]> {
    return this.users.find();
  }

  @Mutation(() => User)
  async rename(@Args('id') id: string, @Args('name') name: string): Promise<User> {
    const user = await this.users.findOneByOrFail({ id });
    user.name = name;
    return this.users.save(user);
  }

  @Mutation(() => Boolean)
  async remove(@Args('id') id: string): Promise<boolean> {
    const { affected } = await this.users.delete(id);
    return affected === 1;
  }
}

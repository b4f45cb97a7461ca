import KeyvRedis from '@keyv/redis';
import { CacheModule } from '@nestjs/cache-manager';
import { Module } from '@nestjs/common';
import { StationsController } from './stations.controller';
import { StationsService } from './stations.service';

@Module({
  imports: [
    CacheModule.registerAsync({
      isGlobal: true,
      useFactory: () => ({ stores: [new KeyvRedis(process.env.REDIS_URL)], ttl: 60_000 }),
    }),
  ],
  controllers: [StationsController],
  providers: [StationsService],
})
export class StationsModule {}

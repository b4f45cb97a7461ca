import { Injectable } from '@nestjs/common';
import { ShopClient } from './shop.client';
import { OrdersRepository } from './orders.repository';

@Injectable()
export class FollowOrdersService {
  private pageToken?: string; // flag: no-memory-checkpoint

  constructor(
    private readonly shop: ShopClient,
    private readonly orders: OrdersRepository,
  ) {}

  async pull(): Promise<number> {
    const { orders, nextPageToken } = await this.shop.list({ pageToken: this.pageToken, size: 100 });
    await this.orders.upsert(orders);
    this.pageToken = nextPageToken ?? this.pageToken;
    return orders.length;
  }
}

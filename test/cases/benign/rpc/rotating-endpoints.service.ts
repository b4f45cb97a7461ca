import { Injectable } from '@nestjs/common';
import { RpcClient } from './rpc-client';

@Injectable()
export class RotatingEndpointsService {
  private readonly endpoints = [process.env.RPC_FIRST!, process.env.RPC_SECOND!];
  private next = 0;

  client(): RpcClient {
    const endpoint = this.endpoints[this.next]!;
    if (this.next + 1 === this.endpoints.length) this.next = 0;
    else this.next++;
    return new RpcClient(endpoint);
  }
}

import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';

@WebSocketGateway()
export class DesksOfAgentsGateway {
  private readonly desks = new Map<string, { desk: string }>(); // flag: no-memory-record

  @SubscribeMessage('take-desk')
  takeDesk(client: Socket, data: { agentId: string; desk: string }): void {
    this.desks.set(data.agentId, { desk: data.desk });
    client.emit('desk-taken', data.desk);
  }

  @SubscribeMessage('find-desk')
  findDesk(_client: Socket, data: { agentId: string }): string | undefined {
    return this.desks.get(data.agentId)?.desk;
  }
}

import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import { AgentsRepository } from './agents.repository';

@WebSocketGateway()
export class AgentsOnLineGateway {
  private readonly agents = new Map<string, { agent: string; desk: string }>();

  constructor(private readonly repository: AgentsRepository) {}

  @SubscribeMessage('enter')
  async enter(client: Socket, data: { agent: string }): Promise<void> {
    const desk = await this.repository.deskOf(data.agent);
    // Who sits behind this socket: known to this process, and gone with the socket.
    this.agents.set(client.id, { agent: data.agent, desk });
  }

  @SubscribeMessage('leave')
  leave(client: Socket): string | undefined {
    const known = this.agents.get(client.id);
    this.agents.delete(client.id);
    return known?.desk;
  }
}

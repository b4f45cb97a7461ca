import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { loadPlayers, saveRoster, type Player } from './players';

class Roster {
  private readonly players = new Map<string, Player>();

  add(player: Player): this {
    this.players.set(player.id, player);
    return this;
  }

  byPosition(position: string): Player[] {
    return [...this.players.values()].filter((player) => player.position === position);
  }

  toJSON(): Player[] {
    return [...this.players.values()];
  }
}

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const roster = new Roster();
  for (const player of await loadPlayers(event.pathParameters!.team!)) roster.add(player);
  if (roster.byPosition('goalkeeper').length === 0) {
    return { statusCode: 422, body: 'a team needs a goalkeeper' };
  }
  await saveRoster(event.pathParameters!.team!, JSON.stringify(roster));
  return { statusCode: 204 };
};

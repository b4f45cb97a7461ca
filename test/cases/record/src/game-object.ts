import { DurableObject } from 'cloudflare:workers';

interface Env {
  GAMES: DurableObjectNamespace<Game>;
}

export class Game extends DurableObject<Env> {
  private readonly scores = new Map<string, number>();
  private turn = 0;

  async play(player: string, points: number): Promise<Record<string, number>> {
    this.scores.set(player, (this.scores.get(player) ?? 0) + points);
    this.turn += 1;
    await this.ctx.storage.put({ scores: [...this.scores], turn: this.turn });
    return Object.fromEntries(this.scores);
  }
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { game, player, points } = await request.json<{ game: string; player: string; points: number }>();
    const scores = await env.GAMES.getByName(game).play(player, points);
    return Response.json(scores);
  },
} satisfies ExportedHandler<Env>;

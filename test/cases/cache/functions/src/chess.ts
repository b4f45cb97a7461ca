import { getFirestore } from 'firebase-admin/firestore';
import { initializeApp } from 'firebase-admin/app';
import { onCall } from 'firebase-functions/v2/https';
import { applyMove, type Board } from './rules';

initializeApp();
const db = getFirestore();
const boards = new Map<string, Board>(); // flag: no-memory-cache

async function boardOf(game: string): Promise<Board> {
  return boards.get(game) ?? ((await db.doc(`games/${game}`).get()).get('board') as Board);
}

export const move = onCall(async (request) => {
  const { game, from, to } = request.data as { game: string; from: string; to: string };
  const board = applyMove(await boardOf(game), from, to);
  boards.set(game, board);
  if (board.mate) {
    await db.doc(`games/${game}`).update({ board });
  }
  return { board };
});

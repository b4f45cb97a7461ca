import type { NextApiRequest } from 'next';
import { Server } from 'socket.io';
import type { NextApiResponseWithSocket } from '../../types/next';
import { saveLine } from '../../lib/board';

export default function socket(_req: NextApiRequest, res: NextApiResponseWithSocket) {
  if (res.socket.server.io) {
    res.end();
    return;
  }
  const io = new Server(res.socket.server, { path: '/api/socket', addTrailingSlash: false }); // flag: no-memory-store
  io.on('connection', (client) => {
    client.on('join', (board: string) => client.join(board));
    client.on('draw', async (board: string, line: number[]) => {
      await saveLine(board, line);
      io.to(board).emit('drawn', line);
    });
  });
  res.socket.server.io = io;
  res.end();
}

import type { Request, Response } from 'express';

async function publish(key: string): Promise<void> {
  await fetch(`https://stats.example/${key}`, { method: 'POST' });
}

export const track = async (req: Request, res: Response) => {
  await new Promise<void>((resolve) => {
    publish(req.params.key!); // flag: no-memory-timer
    resolve();
  });
  res.sendStatus(204);
};

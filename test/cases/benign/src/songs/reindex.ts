import { allSongs, indexSong } from './search';

// Of one run: nobody else sees the object.
export async function POST(): Promise<Response> {
  const reindex = { phase: 'idle' };
  const tell = (phase: string): void => {
    reindex.phase = phase;
  };
  tell('collecting');
  const songs = await allSongs();
  tell('indexing');
  for (const song of songs) await indexSong(song);
  return Response.json(reindex);
}

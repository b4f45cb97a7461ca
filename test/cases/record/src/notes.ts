import { Hono } from 'hono';

interface Entity {
  id: string;
}

class Repository<T extends Entity> {
  protected readonly rows = new Map<string, T>(); // flag: no-memory-record

  save(entity: T): T {
    this.rows.set(entity.id, entity);
    return entity;
  }

  byId(id: string): T | undefined {
    return this.rows.get(id);
  }
}

interface Note extends Entity {
  text: string;
}

class NoteRepository extends Repository<Note> {
  create(text: string): Note {
    return this.save({ id: crypto.randomUUID(), text });
  }
}

const notes = new NoteRepository();
const app = new Hono();

app.post('/notes', async (c) => c.json(notes.create((await c.req.json()).text), 201));
app.get('/notes/:id', (c) => {
  const note = notes.byId(c.req.param('id'));
  return note ? c.json(note) : c.notFound();
});

export default app;

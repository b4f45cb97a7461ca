import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { bind, printPages, trim } from '../press';

enum Step {
  Printing = 'printing',
  Binding = 'binding',
  Trimming = 'trimming',
  Finished = 'finished',
}

const books: { [id: string]: { step: Step; since: number } } = {}; // flag: no-memory-progress

const enter = (id: string, step: Step): void => {
  books[id] = { step, since: Date.now() };
};

export async function assemble(request: HttpRequest): Promise<HttpResponseInit> {
  const { id } = request.params;
  enter(id, Step.Printing);
  await printPages(id);
  enter(id, Step.Binding);
  await bind(id);
  enter(id, Step.Trimming);
  await trim(id);
  enter(id, Step.Finished);
  return { status: 201 };
}

export async function bookStep(request: HttpRequest): Promise<HttpResponseInit> {
  const book = books[request.params.id];
  return book ? { jsonBody: { step: book.step, since: book.since } } : { status: 404 };
}

app.http('assemble', { methods: ['POST'], route: 'books/{id}', handler: assemble });
app.http('bookStep', { methods: ['GET'], route: 'books/{id}/step', handler: bookStep });

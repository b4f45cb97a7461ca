import { join } from 'jsr:@std/path';

Deno.serve(async (request) => {
  const { source } = await request.json();
  const folder = await Deno.makeTempDir({ prefix: 'formula-' });
  try {
    await Deno.writeTextFile(join(folder, 'main.tex'), source);
    const latex = new Deno.Command('pdflatex', { args: ['-interaction=nonstopmode', 'main.tex'], cwd: folder });
    const { success, stdout } = await latex.output();
    if (!success) {
      return new Response(stdout, { status: 422 });
    }
    const pdf = await Deno.readFile(join(folder, 'main.pdf'));
    return new Response(pdf, { headers: { 'content-type': 'application/pdf' } });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

import fs from 'fs';
import cheerio from 'cheerio';

fs.readFile('src/index.template.html', (error, markup) => {
  if (error) return process.stdout.write(`no template: ${error}`);
  const page = cheerio.load(markup);
  page('#append-here').append('<script src="/common.bundle.js" />');
  fs.writeFile('dist/index.html', page.html(), 'utf8', (failed) => {
    process.stdout.write(failed ? `not written: ${failed}` : 'written');
  });
  return undefined;
});

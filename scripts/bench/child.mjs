/** Runs in a process of its own and prints one number: what importing takes, or the peak of memory with or without the plugin. */
const [what, options] = process.argv.slice(2);

if (what === 'import') {
  const start = performance.now();
  await import('eslint-plugin-stateless');
  process.stdout.write(String(performance.now() - start));
} else {
  const [{ Linter }, parser, { collectCorpus }] = await Promise.all([
    import('eslint'),
    import('@typescript-eslint/parser'),
    import('./corpus.mjs'),
  ]);
  const files = collectCorpus(JSON.parse(options));
  const stateless = what === 'with' ? (await import('eslint-plugin-stateless')).default : undefined;
  const linter = new Linter({ cwd: process.cwd() });
  const config = [
    {
      files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
      languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      plugins: stateless ? { stateless } : {},
      rules: { 'no-unreachable': 'error', ...stateless?.configs.strict.rules },
    },
  ];
  for (const { name, text } of files) linter.verify(text, config, { filename: name });
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
}

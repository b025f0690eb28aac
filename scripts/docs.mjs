// Writes docs/checks from the tables of the server; a unit test compares them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const { outputFiles } = await build({
  stdin: {
    contents: `
      export { CHECKS, CODE_PAGES } from './server/src/checks/pages';
      export { renderPages } from './server/src/checks/render-pages';`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  write: false,
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const { CHECKS, CODE_PAGES, renderPages } = await import(`data:text/javascript;base64,${source}`);

rmSync('docs/checks', { recursive: true, force: true });
for (const [name, text] of renderPages(CODE_PAGES, CHECKS)) {
  const path = join('docs/checks', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

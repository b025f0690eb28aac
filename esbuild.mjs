// The one build: every bundle in dist/, or those that are named. `--watch` rebuilds on change.
import { readFileSync } from 'node:fs';
import { context, build } from 'esbuild';

const watch = process.argv.includes('--watch');
const named = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  sourcemap: 'linked',
  minify: !watch,
  legalComments: 'none',
  logLevel: 'info',
  define: { ALERTWRIGHT_VERSION: JSON.stringify(version) },
};

/** @type {import('esbuild').BuildOptions} */
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs' };

const bundles = [
  { ...node, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/server.ts' }, outdir: 'dist' },
  {
    ...node,
    entryPoints: { cli: 'server/src/cli.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
];

for (const options of bundles) {
  const [name] = Object.keys(options.entryPoints);
  if (named.length > 0 && !named.includes(name)) continue;
  if (watch) {
    const ctx = await context(options);
    await ctx.watch();
  } else {
    await build(options);
  }
}

// The one build: every bundle in dist/, or those that are named. `--watch` rebuilds on change.
import { readFileSync } from 'node:fs';
import { context, build } from 'esbuild';

const watch = process.argv.includes('--watch');
const named = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * The regular expression engine takes longer to load than all else that starts, and few patterns need it: it is a
 * bundle of its own, which the first such pattern loads.
 *
 * @type {import('esbuild').Plugin}
 */
const lazyRegexEngine = {
  name: 'lazy-regex-engine',
  setup({ onResolve, onLoad }) {
    const engine = './regex-engine.js';
    onResolve({ filter: /^re2js$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path, namespace: 'lazy' },
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, () => ({
      contents: `export const RE2JS = { compile: (pattern) => require('${engine}').RE2JS.compile(pattern) };`,
    }));
    onResolve({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({ path, external: true }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  outdir: 'dist',
  sourcemap: 'linked',
  minify: !watch,
  legalComments: 'none',
  logLevel: 'info',
  define: { ALERTWRIGHT_VERSION: JSON.stringify(version) },
  platform: 'node',
  target: 'node20',
  format: 'cjs',
};

const engine = { 'regex-engine': 're2js' };
const panels = {
  'panel/routing': 'client/panel/routing/main.ts',
  'panel/preview': 'client/panel/preview/main.ts',
};
const bundles = [
  { ...common, entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'] },
  { ...common, entryPoints: { server: 'server/src/server.ts', ...engine }, plugins: [lazyRegexEngine] },
  { ...common, entryPoints: { cli: 'server/src/cli.ts', ...engine }, plugins: [lazyRegexEngine] },
  { ...common, entryPoints: panels, platform: 'browser', target: 'es2022', format: 'iife' },
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

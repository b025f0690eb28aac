// The one build: every bundle in dist/, or those that are named. `--watch` rebuilds on change.
import { readFileSync } from 'node:fs';
import { context, build } from 'esbuild';

const watch = process.argv.includes('--watch');
const named = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/**
 * Parts that take long to load and that many sessions don't need: each is a bundle of its own, which the first call of
 * one of its functions, or `new` of one of its classes, loads.
 */
const lazyParts = [
  { filter: /\/languages\/programs$/, bundle: 'programs', names: ['ScriptParser', 'PythonParser'] },
  {
    filter: /\/gotemplate\/renderer$/,
    bundle: 'renderer',
    names: ['defaultTemplateSet', 'renderTemplate', 'sampleNotification', 'templateSet'],
  },
];

/** What stands in a part's place. */
const lazyPart = ({ bundle, names }) => `
  const lazily = (name) => function (...of) {
    const part = require('./${bundle}.js')[name];
    return new.target ? new part(...of) : part(...of);
  };
  module.exports = { ${names.map((name) => `${name}: lazily('${name}')`).join()} };`;

/** The regular expression engine takes longer than all else that starts, and few patterns need it. */
const lazyRegexEngine = `module.exports = {
  RE2JS: { compile: (pattern) => require('./regex-engine.js').RE2JS.compile(pattern) },
};`;

const lazy = {
  'regex-engine': 're2js',
  programs: 'server/src/languages/programs.ts',
  renderer: 'server/src/languages/gotemplate/renderer.ts',
};

/** @type {import('esbuild').Plugin} */
const lazyBundles = {
  name: 'lazy-bundles',
  setup({ onResolve, onLoad }) {
    const parts = lazyParts.map((part) => ({ filter: part.filter, contents: lazyPart(part) }));
    for (const { filter, contents } of [...parts, { filter: /^re2js$/, contents: lazyRegexEngine }]) {
      onResolve({ filter }, ({ kind, path }) =>
        kind === 'entry-point' ? undefined : { path, namespace: 'lazy', pluginData: contents },
      );
    }
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ pluginData: contents }) => ({ contents }));
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

/**
 * What `load-bundle.ts` loads: a function of what a CommonJS module is given, in ASCII, so that neither has to be made
 * of the text at run time.
 *
 * @type {import('esbuild').BuildOptions}
 */
const wrapped = {
  ...common,
  charset: 'ascii',
  banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
  footer: { js: '})' },
  // A script can't `import()`.
  supported: { 'dynamic-import': false },
  plugins: [lazyBundles],
};

const panels = {
  'panel/routing': 'client/panel/routing/main.ts',
  'panel/preview': 'client/panel/preview/main.ts',
};
const bundles = {
  client: [{ ...common, entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'] }],
  server: [
    { ...common, entryPoints: { server: 'server/src/server.ts', ...lazy } },
    { ...wrapped, entryPoints: { connection: 'server/src/lsp/connection.ts' } },
    // The connection gives it its own copy.
    {
      ...wrapped,
      entryPoints: { session: 'server/src/lsp/session.ts' },
      external: ['vscode-languageserver'],
    },
  ],
  cli: [
    {
      ...common,
      entryPoints: {
        cli: 'server/src/cli.ts',
        worker: 'server/src/cli/worker.ts',
        ...lazy,
      },
    },
    { ...wrapped, entryPoints: { 'command-line': 'server/src/cli/bundle.ts' } },
  ],
  panel: [{ ...common, entryPoints: panels, platform: 'browser', target: 'es2022', format: 'iife' }],
};

const wanted = Object.entries(bundles).filter(([name]) => named.length === 0 || named.includes(name));
for (const options of wanted.flatMap(([, builds]) => builds)) {
  if (watch) {
    const ctx = await context(options);
    await ctx.watch();
  } else {
    await build(options);
  }
}

// A repository of programs, as it comes with a service: most files have nothing for us, some define metrics or ask for
// them. Made from a seed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LspClient } from '../support/lsp-client.mjs';
import { random } from './generate.mjs';
import { summarize, timed } from './statistics.mjs';

const WORDS = ['order', 'user', 'cart', 'price', 'stock', 'mail', 'route', 'page', 'item', 'session'];

/** How many files the repository has, and every how many-th is one that concerns us. */
const FILES = 5000;
const EVERY = 25;

/** Writes the repository into a folder; gives the path of a file that has nothing for us, and its text. */
export function writeRepository(folder) {
  const next = random(11);
  const word = () => WORDS[Math.floor(next() * WORDS.length)];
  for (let i = 0; i < FILES; i++) {
    const path = join(folder, 'src', word(), `${word()}${i}.ts`);
    write(path, i % EVERY === 0 ? metricsProgram(i, word) : program(i, word, next));
  }
  for (let i = 0; i < 20; i++) write(join(folder, 'rules', `${i}.rules.yml`), ruleFile(i, word));
  const plain = join(folder, 'src', 'plain.ts');
  const text = Array.from({ length: 25 }, (_, i) => program(i, word, next)).join('\n');
  write(plain, text);
  return { uri: pathToFileURL(plain).href, text };
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** About 4 KB of TypeScript about other things. */
function program(i, word, next) {
  const functions = Array.from({ length: 12 }, (_, n) => {
    const [a, b] = [word(), word()];
    return `/** Finds the ${a} of a ${b}, or makes one. */
export async function find${i}_${n}(${a}: string, options: { ${b}?: number } = {}): Promise<string | undefined> {
  const { ${b} = ${Math.floor(next() * 100)} } = options;
  for (const part of ${a}.split('/')) {
    if (part.length > ${b}) return \`\${part}-\${${b}.toFixed(2)}\`;
  }
  return undefined;
}`;
  });
  return `import { readFile } from 'node:fs/promises';\n\n${functions.join('\n\n')}\n`;
}

function metricsProgram(i, word) {
  const [a, b] = [word(), word()];
  return `import { Counter, Histogram } from 'prom-client';
import { PrometheusDriver } from 'prometheus-query';

export const requests = new Counter({
  name: '${a}_${b}_${i}_total',
  help: 'How many.',
  labelNames: ['method', 'status'],
});
export const duration = new Histogram({ name: '${a}_${i}_duration_seconds', help: 'How long.', labelNames: ['method'] });

export function count(method: string, status: number): void {
  requests.inc({ method, status });
  duration.observe({ method }, 1);
}

const prometheus = new PrometheusDriver({ endpoint: 'http://localhost:9090' });
export const failing = (window: string) =>
  prometheus.instantQuery(\`sum(rate(${a}_${b}_${i}_total{status=~"5.."}[\${window}]))\`);
${program(i, word, () => 0.5)}`;
}

function ruleFile(i, word) {
  const rules = Array.from(
    { length: 20 },
    (_, n) =>
      `      - alert: Alert${i}_${n}\n        expr: sum(rate(${word()}_${word()}_${n * EVERY}_total[5m])) > ${n}\n        for: 5m\n`,
  );
  return `groups:\n  - name: g${i}\n    rules:\n${rules.join('')}`;
}

/**
 * How long it takes until the repository's files are known, the first time and the next; how long requests take
 * meanwhile; and how long one takes directly behind an edit of a program that has nothing for us. Milliseconds.
 */
export async function measureRepository({ args, settings }, folder, plain, times) {
  const options = {
    settings,
    rootUri: pathToFileURL(folder).href,
    initializationOptions: { cacheFolder: join(folder, '..', 'cache') },
  };
  const first = await indexed(args, options, plain);
  const again = await indexed(args, options, plain);
  const client = await LspClient.start(args, { settings });
  try {
    client.open(plain.uri, plain.text, 'typescript');
    const ask = () =>
      client.request('textDocument/hover', {
        textDocument: { uri: plain.uri },
        position: { line: 0, character: 9 },
      });
    await ask();
    const edits = [];
    const range = { start: { line: 40, character: 0 }, end: { line: 40, character: 0 } };
    for (let i = 0; i < times; i++) {
      client.change(plain.uri, { range, text: ' ' });
      edits.push((await timed(ask)).ms);
    }
    return { first: first.ms, again: again.ms, meanwhile: summarize(first.pings), edit: summarize(edits) };
  } finally {
    client.kill();
  }
}

async function indexed(args, options, { uri, text }) {
  const client = await LspClient.start(args, options);
  try {
    client.open(uri, text, 'typescript');
    const pings = [];
    let done = false;
    const all = timed(() => client.request('workspace/symbol', { query: 'Alert0_0' })).then(({ ms }) => {
      done = true;
      return ms;
    });
    const params = { textDocument: { uri }, position: { line: 0, character: 9 } };
    while (!done) {
      pings.push((await timed(() => client.request('textDocument/hover', params))).ms);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const ms = await all;
    // What was found is kept when all else is done.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { ms, pings };
  } finally {
    client.kill();
  }
}

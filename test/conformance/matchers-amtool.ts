import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MatcherMode } from '../../server/src/languages/matchers/parse';
import { oracle } from '../support/oracles';

const FLAGS: Readonly<Record<MatcherMode, readonly string[]>> = {
  fallback: [],
  classic: ['--enable-feature=classic-mode'],
  utf8: ['--enable-feature=utf8-strict-mode'],
};

/** Files for one process: the command line has a limit. */
const BATCH = 500;

export interface AmtoolReading {
  /** As amtool prints the matchers in a routing tree, sorted and in braces; absent where it refuses the configuration. */
  readonly matchers?: string;
  /** Of the two parsers: what `amtool check-config` logs. */
  readonly warning?: 'matchers/classic-only' | 'matchers/disagreement';
}

/** What amtool makes of each text as an item of `matchers`, in order. */
export function readings(texts: readonly string[], mode: MatcherMode): AmtoolReading[] {
  const outputs = checkEach(texts, mode);
  const accepted = outputs.map((output) => /^ {2}SUCCESS/m.test(output) || output.startsWith('  SUCCESS'));
  const readable = texts.filter((_, index) => accepted[index]);
  const shown = inFolder((folder) => {
    writeFileSync(join(folder, 'all.yml'), config(readable));
    return amtool(folder, ['config', 'routes', 'show', '--config.file=all.yml', ...FLAGS[mode]]);
  });
  // A text without matchers is shown as the default route.
  const lines = [...shown.matchAll(/[├└]── ([^\n]*) {2}receiver: r(\d+)\n/g)];
  const found = new Map(
    lines.map(([, slug, index]) => [Number(index), slug === 'default-route' ? '{}' : slug]),
  );
  let next = 0;
  return outputs.map((output, index): AmtoolReading => {
    if (!accepted[index]) return {};
    return { matchers: found.get(next++) ?? 'not shown', ...warningIn(output) };
  });
}

function warningIn(output: string): Pick<AmtoolReading, 'warning'> {
  if (output.includes('msg="Matchers input has disagreement"')) return { warning: 'matchers/disagreement' };
  return output.includes('this input is incompatible') ? { warning: 'matchers/classic-only' } : {};
}

/** What `amtool check-config` says of each text; it logs to standard output, between the name and the verdict. */
function checkEach(texts: readonly string[], mode: MatcherMode): string[] {
  return inFolder((folder) => {
    const outputs = new Map<number, string>();
    for (let from = 0; from < texts.length; from += BATCH) {
      const files = texts.slice(from, from + BATCH).map((text, index) => {
        const file = `${from + index}.yml`;
        writeFileSync(join(folder, file), config([text]));
        return file;
      });
      const output = amtool(folder, ['check-config', ...FLAGS[mode], ...files]);
      for (const part of output.split(/^Checking '(?=\d+\.yml')/m).slice(1)) {
        outputs.set(parseInt(part, 10), part.slice(part.indexOf("'") + 1));
      }
    }
    return texts.map((_, index) => outputs.get(index) ?? 'no answer');
  });
}

function config(texts: readonly string[]): string {
  const receivers = texts.map((_, index) => `  - name: r${index}\n`).join('');
  const routes = texts
    .map((text, index) => `    - {receiver: r${index}, matchers: [${yamlString(text)}]}\n`)
    .join('');
  return `route:\n  receiver: root\n  routes:\n${routes}receivers:\n  - name: root\n${receivers}`;
}

/** A double-quoted scalar of printable ASCII. */
export function yamlString(text: string): string {
  const escaped = Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') return `\\${character}`;
    return code >= 0x20 && code < 0x7f ? character : `\\U${code.toString(16).padStart(8, '0')}`;
  });
  return `"${escaped.join('')}"`;
}

function amtool(cwd: string, args: readonly string[]): string {
  const run = spawnSync(oracle('amtool'), args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  return run.stdout;
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'alertwright-matchers-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

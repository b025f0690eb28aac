import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oracle } from '../support/oracles';

export interface Verdict {
  readonly accepted: boolean;
  /** What promtool said, without the file's name; empty where it accepts. */
  readonly message: string;
}

/** Files for one process: the command line has a limit, and a panic loses what comes behind it. */
const BATCH = 250;

/**
 * What `promtool check rules --lint=none` says of each text, in order. It prints `Checking FILE` for each file and
 * then `SUCCESS` on standard output; the reasons are on standard error, each with the file's name in front. A file on
 * which it panics counts as refused.
 */
export function checkRules(
  texts: readonly (string | Uint8Array)[],
  options: readonly string[] = [],
): Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'alertwright-rules-'));
  try {
    const files = texts.map((_, index) => `${index}.yml`);
    for (const [index, file] of files.entries()) writeFileSync(join(folder, file), texts[index] ?? '');
    const verdicts = new Map<string, Verdict>();
    let rest = files;
    while (rest.length > 0) {
      const seen = checkBatch(folder, rest.slice(0, BATCH), options);
      for (const [file, verdict] of seen) verdicts.set(file, verdict);
      rest = rest.slice(seen.size);
    }
    return files.map((file) => verdicts.get(file) ?? { accepted: false, message: 'no answer' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkBatch(
  folder: string,
  files: readonly string[],
  options: readonly string[],
): Map<string, Verdict> {
  const args = ['check', 'rules', '--lint=none', ...options, ...files];
  const run = spawnSync(oracle('promtool'), args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  const reasons = new Map<string, string[]>();
  for (const line of run.stderr.split('\n')) {
    const [, file = '', reason = ''] = /^(\d+\.yml): (.*)/.exec(line) ?? [];
    if (file) reasons.set(file, [...(reasons.get(file) ?? []), reason]);
  }
  const verdicts = new Map<string, Verdict>();
  for (const part of run.stdout.split(/^Checking /m).slice(1)) {
    const [file = '', ...output] = part.split('\n');
    const accepted = output.some((line) => line.startsWith('  SUCCESS'));
    verdicts.set(file, { accepted, message: accepted ? '' : (reasons.get(file) ?? [run.stderr]).join('\n') });
  }
  if (verdicts.size === 0) throw new Error(`promtool gives no verdicts: ${run.stderr}`);
  return verdicts;
}

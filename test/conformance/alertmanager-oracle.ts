import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/src/formats/alertmanager/read';
import { decodeBytes } from '../../server/src/languages/yaml/bytes';
import { oracle } from '../support/oracles';

/** The version of the installed amtool. */
export const ORACLE_VERSION = [0, 33] as const;

export interface Verdict {
  readonly accepted: boolean;
  /** What amtool said; empty where it accepts. */
  readonly message: string;
}

/** Files for one process: a panic ends it, and what comes behind is asked again. */
const BATCH = 250;

/** What `amtool check-config` says of each text, in order. A file on which it panics counts as refused. */
export function checkConfigs(texts: readonly (string | Uint8Array)[]): Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'alertwright-config-'));
  try {
    const files = texts.map((_, index) => `${index}.yml`);
    for (const [index, file] of files.entries()) writeFileSync(join(folder, file), texts[index] ?? '');
    const verdicts: Verdict[] = [];
    while (verdicts.length < files.length) {
      verdicts.push(...checkBatch(folder, files.slice(verdicts.length, verdicts.length + BATCH)));
    }
    return verdicts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The verdicts on the first of the files, at least one: up to the one on which amtool panics. */
function checkBatch(folder: string, files: readonly string[]): Verdict[] {
  const args = ['check-config', ...files];
  const run = spawnSync(oracle('amtool'), args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  const parts = run.stdout.split(/^Checking '\d+\.yml'/m).slice(1);
  const verdicts = parts.map((part) => {
    const [, message] = /^ +FAILED: ([^]*)/m.exec(part) ?? [];
    return { accepted: message === undefined, message: message?.trim() ?? '' };
  });
  if (!run.stderr.includes('panic:')) return verdicts;
  const panic = /panic: .*/.exec(run.stderr)?.[0] ?? 'panic';
  return [...verdicts.slice(0, -1), { accepted: false, message: panic }];
}

/** Our errors, as lines for a failure's report; empty where we accept. */
export function errorsIn(bytes: string | Uint8Array): string[] {
  const decoded = typeof bytes === 'string' ? { text: bytes } : decodeBytes(bytes);
  if ('fault' in decoded) return [decoded.fault];
  const { text } = decoded;
  return readConfig(text, { version: ORACLE_VERSION, matchers: 'fallback' })
    .findings.filter(({ severity }) => severity === 'error')
    .map(
      ({ code, message, span }) => `${code} ${JSON.stringify(text.slice(span.from, span.to))}: ${message}`,
    );
}

/** Says where our verdict and amtool's differ; empty where they agree on all. */
export function differences(
  files: readonly { readonly title: string; readonly text: string | Uint8Array }[],
): string[] {
  const verdicts = checkConfigs(files.map(({ text }) => text));
  return files.flatMap(({ title, text }, index) => {
    const verdict = verdicts[index];
    if (!verdict) return [`${title}: no verdict`];
    const errors = errorsIn(text);
    if ((errors.length === 0) === verdict.accepted) return [];
    const theirs = verdict.accepted ? 'accepts' : `refuses: ${verdict.message}`;
    const ours = errors.length === 0 ? 'accept' : `refuse: ${errors.join('\n')}`;
    return [`${title}: amtool ${theirs}; we ${ours}\n${String(text)}`];
  });
}

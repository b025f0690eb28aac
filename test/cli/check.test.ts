import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CliFolder } from '../support/cli';
import type { CliOptions } from '../support/cli';

/** A rule file with one rule of this expression. */
function rules(expr: string): string {
  return `groups:\n  - name: g\n    rules:\n      - record: a:b\n        expr: ${expr}\n`;
}

const GOOD = rules('sum(rate(up[5m]))');
/** The column of its only error is 15: that of `rte`. */
const BAD = rules('rte(up[5m])');
const EXPERIMENTAL = rules('sort_by_label(up, "job")');

interface JsonFinding {
  readonly file: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly source: string;
}

async function json(folder: CliFolder, args: readonly string[], options?: CliOptions) {
  const result = await folder.run(['check', '--format', 'json', ...args], options);
  return { ...result, findings: JSON.parse(result.stdout) as JsonFinding[] };
}

function places(findings: readonly JsonFinding[]): string[] {
  return findings.map(
    ({ file, range, severity }) => `${file}:${range.start.line}:${range.start.character} ${severity}`,
  );
}

describe('exit status', () => {
  const folder = new CliFolder({ 'good.yml': GOOD, 'bad.yml': BAD, 'other.yml': 'a: 1\n' });

  it.each([
    ['no errors', ['good.yml'], 0],
    ['an error', ['bad.yml'], 1],
    ['one of several with an error', ['good.yml', 'bad.yml'], 1],
    ['a folder', ['.'], 1],
    ['what is not ours', ['other.yml'], 0],
    ['a missing file', ['nowhere.yml'], 2],
    ['a missing file beside an error', ['bad.yml', 'nowhere.yml'], 2],
    ['a glob without a match', ['*.rules'], 2],
  ])('%s', async (_, args, code) => {
    expect((await folder.run(['check', ...args])).code).toBe(code);
  });

  it.each(['json', 'sarif', 'github'])('is the same with %s', async (format) => {
    expect((await folder.run(['check', '--format', format, 'bad.yml'])).code).toBe(1);
  });
});

describe('text', () => {
  it('shows the place, the line and a sum', async () => {
    const folder = new CliFolder({ 'good.yml': GOOD, 'bad.yml': BAD });
    const { stdout, stderr } = await folder.run(['check', '.']);
    expect(stdout).toMatch(/^bad\.yml:5:15: error .+ \[promql\/unknown-function\]\n/);
    expect(stdout.split('\n').slice(1)).toEqual([
      '    5 |         expr: rte(up[5m])',
      '      |               ^^^',
      '',
      '1 error in 2 files checked.',
      '',
    ]);
    expect(stderr).toBe('');
  });

  it('is coloured when asked, and not in a pipe', async () => {
    const folder = new CliFolder({ 'bad.yml': BAD });
    expect((await folder.run(['check', '.'])).stdout).not.toContain('\x1b[');
    expect((await folder.run(['check', '.'], { env: { FORCE_COLOR: '1' } })).stdout).toContain(
      '\x1b[31merror\x1b[39m',
    );
    expect((await folder.run(['check', '.'], { env: { FORCE_COLOR: '0' } })).stdout).not.toContain('\x1b[');
  });

  it('notes a named file that is not ours, and stays quiet about found ones', async () => {
    const folder = new CliFolder({ 'other.yml': 'a: 1\n', 'notes.txt': 'groups:' });
    const named = await folder.run(['check', 'other.yml', 'notes.txt']);
    const note =
      'no rules, configuration, template, metrics or PromQL were recognised, so there is nothing to check';
    expect(named).toEqual({
      code: 0,
      stdout: 'No rule files, configurations, templates or queries found.\n',
      stderr: `alertwright: note: notes.txt: ${note}\nalertwright: note: other.yml: ${note}\n`,
    });
    expect((await folder.run(['check', '.'])).stderr).toBe('');
    expect((await folder.run(['check', '--format=json', 'other.yml'])).stderr).toBe('');
  });
});

describe('json', () => {
  it('has the contract’s fields, zero-based', async () => {
    const folder = new CliFolder({ 'bad.yml': BAD });
    const { findings } = await json(folder, ['bad.yml']);
    expect(findings).toEqual([
      {
        file: 'bad.yml',
        range: { start: { line: 4, character: 14 }, end: { line: 4, character: 17 } },
        severity: 'error',
        code: 'promql/unknown-function',
        message: expect.stringContaining('rte') as string,
        source: 'alertwright',
      },
    ]);
  });

  it('is ordered by file and position, and empty without findings', async () => {
    const two = `${rules('rte(up[5m]) + up{')}      - record: c\n        expr: nope(up)\n`;
    const folder = new CliFolder({ 'b/z.yml': two, 'b.yml': BAD, 'a.yml': GOOD, 'Z.yml': BAD });
    const { findings } = await json(folder, ['b', 'b.yml', 'a.yml', 'Z.yml']);
    expect(places(findings.filter(({ severity }) => severity === 'error'))).toEqual([
      'Z.yml:4:14 error',
      'b.yml:4:14 error',
      expect.stringMatching(/^b\/z\.yml:4:/),
      expect.stringMatching(/^b\/z\.yml:4:/),
      'b/z.yml:6:14 error',
    ]);
    expect((await json(folder, ['a.yml'])).stdout).toBe('[]\n');
  });

  it('names files as given', async () => {
    const folder = new CliFolder({ 'x/bad.yml': BAD });
    for (const [given, file] of [
      ['x/bad.yml', 'x/bad.yml'],
      ['./x/bad.yml', './x/bad.yml'],
      ['./x', './x/bad.yml'],
      ['.', 'x/bad.yml'],
      ['x/*.yml', 'x/bad.yml'],
      [join(folder.path, 'x'), join(folder.path, 'x/bad.yml')],
    ] as const) {
      expect((await json(folder, [given])).findings[0]?.file).toBe(file);
    }
  });

  it('counts columns in UTF-16, without a byte order mark', async () => {
    const text = '\ufeff# x\n' + rules(`'up{a="😀"} + rte(up)'`);
    const folder = new CliFolder({ 'a.yml': text, 'b.yml': Buffer.from(text, 'utf16le') });
    const { findings } = await json(folder, ['.']);
    expect(places(findings)).toEqual(['a.yml:5:28 error', 'b.yml:5:28 error']);
  });
});

describe('github', () => {
  it('annotates from the checkout’s root', async () => {
    const folder = new CliFolder({ 'sub/bad.yml': BAD });
    const args = ['check', '--format', 'github', 'sub'];
    const { stdout } = await folder.run(args, { env: { GITHUB_WORKSPACE: join(folder.path, '..') } });
    expect(stdout).toMatch(
      /^::error file=alertwright-cli-[^/]+\/sub\/bad\.yml,line=5,endLine=5,col=15,endColumn=18,title=promql\/unknown-function::.+\n$/,
    );
    expect((await folder.run(args)).stdout).toContain('::error file=sub/bad.yml,');
  });
});

describe('options', () => {
  it('--min-severity hides what is less, and no error', async () => {
    const folder = new CliFolder({
      'bad.yml': BAD,
      'warned.yml': rules('rate(node_memory_MemFree_bytes[5m])'),
    });
    const all = (await json(folder, ['.'])).findings;
    const { findings, code } = await json(folder, ['.', '--min-severity', 'error']);
    expect(findings).toEqual(all.filter(({ severity }) => severity === 'error'));
    expect([findings.length, code]).toEqual([1, 1]);
  });

  it('--enable-feature takes lists, and several times', async () => {
    const folder = new CliFolder({ 'a.yml': EXPERIMENTAL });
    expect((await json(folder, ['.'])).code).toBe(1);
    for (const options of [
      ['--enable-feature=promql-experimental-functions'],
      ['--enable-feature', 'exemplar-storage, promql-experimental-functions'],
      ['--enable-feature=promql-experimental-functions', '--enable-feature=native-histograms'],
    ]) {
      expect(await json(folder, [...options, '.'])).toMatchObject({ code: 0, findings: [], stderr: '' });
    }
  });

  it('--enable-feature warns of what looks misspelt', async () => {
    const folder = new CliFolder({ 'a.yml': GOOD });
    const { code, stderr } = await json(folder, [
      '--enable-feature=promql-experimental-function,promql-x,y',
      '.',
    ]);
    expect([code, stderr]).toEqual([
      0,
      'alertwright: unknown feature promql-experimental-function (did you mean promql-experimental-functions?)\n' +
        'alertwright: unknown feature promql-x\n',
    ]);
  });

  it('--prometheus-version is the version that decides', async () => {
    const folder = new CliFolder({ 'a.yml': 'groups:\n- name: g\n  labels: {a: b}\n  rules: []\n' });
    expect((await json(folder, ['a.yml', '--prometheus-version', '3.5'])).code).toBe(0);
    expect((await json(folder, ['a.yml', '--prometheus-version', 'v2.50.1'])).code).toBe(1);
  });

  it('--ignore leaves out files', async () => {
    const folder = new CliFolder({ 'a.yml': BAD, 'b/c.yml': BAD, 'b/d.yml': BAD });
    const { findings } = await json(folder, ['.', '--ignore', 'a.yml', '--ignore=/b/c.*']);
    expect(findings.map(({ file }) => file)).toEqual(['b/d.yml']);
  });
});

describe('files', () => {
  it('left out by .gitignore and .alertwrightignore are not checked', async () => {
    const folder = new CliFolder({
      '.gitignore': 'generated/\n',
      '.alertwrightignore': 'draft.yml\n',
      'generated/a.yml': BAD,
      'draft.yml': BAD,
      'node_modules/x/a.yml': BAD,
      'kept.yml': BAD,
    });
    expect((await json(folder, ['.'])).findings.map(({ file }) => file)).toEqual(['kept.yml']);
  });

  it('that are named are checked whatever they are called, if they may hold rules', async () => {
    const folder = new CliFolder({
      'empty.yml': '',
      'query.promql': 'rte(up)',
      'no.promql': '',
      'begun.yml': 'group:\n',
    });
    const { findings } = await json(folder, ['empty.yml', 'query.promql', 'no.promql', 'begun.yml']);
    expect(findings.map(({ file, severity }) => `${file} ${severity}`)).toEqual([
      'begun.yml error',
      'no.promql error',
      'query.promql error',
    ]);
  });
});

describe('standard input', () => {
  const folder = new CliFolder({ 'bad.yml': BAD });

  it('is called <stdin> or as told', async () => {
    expect(places((await json(folder, ['-'], { stdin: BAD })).findings)).toEqual(['<stdin>:4:14 error']);
    const named = await json(folder, ['-', '--stdin-filename', 'x/a.rules.yml'], { stdin: BAD });
    expect(places(named.findings)).toEqual(['x/a.rules.yml:4:14 error']);
  });

  it('is told by its name', async () => {
    const { findings } = await json(folder, ['--stdin-filename=q.promql', '-'], { stdin: 'rte(up)' });
    expect(places(findings)).toEqual(['q.promql:0:0 error']);
  });

  it('stands beside files', async () => {
    const { findings } = await json(folder, ['-', 'bad.yml'], { stdin: BAD });
    expect(findings.map(({ file }) => file)).toEqual(['<stdin>', 'bad.yml']);
  });

  it('may be empty, and may be no text', async () => {
    expect((await folder.run(['check', '-'])).code).toBe(0);
    expect(await folder.run(['check', '-'], { stdin: Buffer.alloc(10) })).toMatchObject({
      code: 2,
      stderr: 'alertwright: <stdin>: is a binary file\n',
    });
  });
});

describe('bad input', () => {
  it('is said on standard error, and the rest is checked', async () => {
    const folder = new CliFolder({ 'bad.yml': BAD, 'binary.yml': Buffer.from([1, 0, 2]) });
    mkdirSync(join(folder.path, 'empty'));
    const { code, findings, stderr } = await json(folder, [
      'nowhere.yml',
      'binary.yml',
      '/dev/null/x',
      'bad.yml',
      'empty',
    ]);
    expect([code, places(findings)]).toEqual([2, ['bad.yml:4:14 error']]);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'alertwright: /dev/null/x: not a directory',
      'alertwright: binary.yml: is a binary file',
      'alertwright: nowhere.yml: no such file or directory',
    ]);
  });

  it('too large is not read', async () => {
    const folder = new CliFolder({ 'a.yml': Buffer.alloc(65 * 1024 * 1024, ' ') });
    expect(await folder.run(['check', 'a.yml'])).toMatchObject({
      code: 2,
      stderr: 'alertwright: a.yml: is too large: at most 64 MiB are read\n',
    });
  });

  it('no device is read', async () => {
    const { code, stderr } = await new CliFolder().run(['check', '/dev/zero']);
    expect([code, stderr]).toEqual([2, 'alertwright: /dev/zero: is not a file\n']);
  });

  it('that is not Unicode is an error in a rule file, and none of ours elsewhere', async () => {
    const folder = new CliFolder({
      'latin.yml': Buffer.from(`# Zürich\n${GOOD}`, 'latin1'),
      'other.yml': Buffer.from('city: Zürich\n', 'latin1'),
    });
    const { code, findings } = await json(folder, ['.']);
    expect([code, places(findings)]).toEqual([1, ['latin.yml:0:3 error']]);
  });

  it('never shows a stack trace', async () => {
    const deep = '('.repeat(10_000);
    const folder = new CliFolder({
      'deep.promql': deep,
      'deep.yml': rules(deep),
      'flow.yml': `groups: ${'['.repeat(20_000)}`,
      'long.promql': 'a'.repeat(1_000_000),
    });
    const { code, stderr } = await folder.run(['check', '.']);
    expect([code, stderr]).toEqual([1, '']);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/build';
import { CliFolder } from '../support/cli';

const folder = new CliFolder();

describe('help', () => {
  it.each([
    [['--help'], 'Usage: alertwright COMMAND'],
    [['-h'], 'Usage: alertwright COMMAND'],
    [['help'], 'Usage: alertwright COMMAND'],
    [['help', 'check'], 'Usage: alertwright check'],
    [['check', '--help'], 'Usage: alertwright check'],
    [['check', 'nowhere.yml', '-h'], 'Usage: alertwright check'],
    [['format', '--help'], 'alertwright format --expr EXPR'],
    [['lsp', '--help'], 'Usage: alertwright lsp'],
  ])('%j', async (args, text) => {
    const { code, stdout, stderr } = await folder.run(args);
    expect(stdout).toContain(text);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('names no command that is not there', async () => {
    const { stdout } = await folder.run(['--help']);
    const names = [...stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name);
    expect(names).toEqual(['check', 'format', 'routes', 'lsp']);
  });

  it('stays within 100 columns', async () => {
    for (const command of ['check', 'format', 'routes', 'lsp']) {
      const { stdout } = await folder.run(['help', command]);
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    }
  });
});

it('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(await folder.run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('wrong usage', () => {
  it.each([
    ['', 'no command given, such as check'],
    ['chekc .', 'unknown command chekc (did you mean check?)'],
    ['test', 'unknown command test'],
    ['help formt', 'unknown command formt (did you mean format?)'],
    ['--format json', 'the command comes first, then options such as --format'],
    ['check', 'check needs a PATH, for instance . for this folder'],
    ['check --fromat=json .', 'unknown option --fromat (did you mean --format?)'],
    ['check --format', '--format needs a value: --format F'],
    ['check --format xml .', '--format is one of text, json, sarif, github, not "xml"'],
    [
      'check --min-severity info .',
      '--min-severity is one of error, warning, information, hint, not "info" (did you mean information?)',
    ],
    [
      'check --prometheus-version new .',
      '--prometheus-version takes a version such as 3.5 or v3.5.1, not "new"',
    ],
    [
      'check --alertmanager-version x .',
      '--alertmanager-version takes a version such as 3.5 or v3.5.1, not "x"',
    ],
    ['check --threads 0 .', '--threads takes a number from 1 to 99, not "0"'],
    ['check --threads=many .', '--threads takes a number from 1 to 99, not "many"'],
    ['format', 'format needs a PATH, or --expr EXPR'],
    ['format --expr up .', 'format takes either --expr or a PATH'],
    ['format --expr up --check', '--check is for a PATH'],
    ['routes', 'routes needs one of test, show and check'],
    ['routes tset', 'routes has no tset (did you mean test?)'],
    ['routes test a=b', 'routes needs --config FILE, an Alertmanager configuration'],
    ['routes check', 'routes check needs a FILE with expectations'],
    ['lsp a.yml', 'lsp takes no argument, such as a.yml'],
  ])('%s', async (line, message) => {
    const args = line.split(' ').filter(Boolean);
    const [command = ''] = args;
    const place = ['check', 'format', 'routes', 'lsp'].includes(command) ? ` ${command}` : '';
    const stderr = `alertwright: ${message}\nSee alertwright${place} --help.\n`;
    expect(await folder.run(args)).toEqual({ code: 2, stdout: '', stderr });
  });
});

import { readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CliFolder } from '../support/cli';

const UGLY = `# kept
groups:
- name: g
  rules:
  -   record:   "a:b"   # kept too
      expr: 'sum( up )by(job)'   # and this
`;
const PRETTY = UGLY.replace('sum( up )by(job)', 'sum by (job) (up)');

function read(folder: CliFolder, name: string): Buffer {
  return readFileSync(join(folder.path, name));
}

describe('format PATH', () => {
  it('rewrites expressions and nothing else, and says where', async () => {
    const folder = new CliFolder({ 'ugly.yml': UGLY, 'pretty.yml': PRETTY, 'q.promql': 'sum( up )' });
    expect(await folder.run(['format', '.'])).toEqual({
      code: 0,
      stdout: 'q.promql\nugly.yml\n',
      stderr: '',
    });
    expect(read(folder, 'ugly.yml').toString()).toBe(PRETTY);
    expect(read(folder, 'q.promql').toString()).toBe('sum(up)');
    expect(await folder.run(['format', '.'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('leaves a formatted file untouched', async () => {
    const folder = new CliFolder({ 'pretty.yml': PRETTY });
    const path = join(folder.path, 'pretty.yml');
    utimesSync(path, 1000, 1000);
    await folder.run(['format', 'pretty.yml']);
    expect(statSync(path).mtimeMs).toBe(1_000_000);
  });

  it.each([
    ['a byte order mark', Buffer.from(`\ufeff${UGLY}`), Buffer.from(`\ufeff${PRETTY}`)],
    ['UTF-16', Buffer.from(`\ufeff${UGLY}`, 'utf16le'), Buffer.from(`\ufeff${PRETTY}`, 'utf16le')],
    ['CRLF', Buffer.from(UGLY.replaceAll('\n', '\r\n')), Buffer.from(PRETTY.replaceAll('\n', '\r\n'))],
  ])('keeps %s', async (_, before, after) => {
    const folder = new CliFolder({ 'a.yml': before });
    expect((await folder.run(['format', 'a.yml'])).code).toBe(0);
    expect(read(folder, 'a.yml')).toEqual(after);
  });

  it('leaves expressions with errors and files of others alone', async () => {
    const broken = UGLY.replace('sum( up )', 'sum( up ');
    const folder = new CliFolder({ 'broken.yml': broken, 'other.yml': "a:\n  expr: 'sum( up )'\n" });
    expect(await folder.run(['format', '.'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(read(folder, 'broken.yml').toString()).toBe(broken);
  });

  it('says what it can’t read, and formats the rest', async () => {
    const folder = new CliFolder({ 'ugly.yml': UGLY });
    expect(await folder.run(['format', 'nowhere.yml', 'ugly.yml'])).toEqual({
      code: 2,
      stdout: 'ugly.yml\n',
      stderr: 'alertwright: nowhere.yml: no such file or directory\n',
    });
  });

  it('prints standard input formatted', async () => {
    const folder = new CliFolder();
    expect(await folder.run(['format', '-'], { stdin: UGLY })).toMatchObject({ code: 0, stdout: PRETTY });
    expect(await folder.run(['format', '-'], { stdin: PRETTY })).toMatchObject({ code: 0, stdout: PRETTY });
    const query = await folder.run(['format', '-', '--stdin-filename', 'q.promql'], { stdin: 'sum( up )' });
    expect(query).toMatchObject({ code: 0, stdout: 'sum(up)' });
  });
});

describe('format --check', () => {
  it('lists what would change, changes nothing, and fails', async () => {
    const folder = new CliFolder({ 'ugly.yml': UGLY, 'pretty.yml': PRETTY });
    expect(await folder.run(['format', '--check', '.'])).toEqual({
      code: 1,
      stdout: 'ugly.yml\n',
      stderr: '',
    });
    expect(read(folder, 'ugly.yml').toString()).toBe(UGLY);
    expect(await folder.run(['format', '--check', 'pretty.yml'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
  });
});

describe('format --expr', () => {
  it.each([
    ['sum( up )by(job)', 'sum by (job) (up)'],
    ['1+1', '1 + 1'],
    ['rate(up[5m])', 'rate(up[5m])'],
  ])('%s', async (expr, formatted) => {
    const result = await new CliFolder().run(['format', '--expr', expr]);
    expect(result).toEqual({ code: 0, stdout: `${formatted}\n`, stderr: '' });
  });

  it('shows the error of an invalid one', async () => {
    const { code, stdout, stderr } = await new CliFolder().run(['format', '--expr', 'rte(up[5m])']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^EXPR:1:1: error .+\n {4}1 \| rte\(up\[5m\]\)\n {6}\| \^\^\^\n$/);
  });

  it('knows experimental functions only when told', async () => {
    const args = ['format', '--expr', 'sort_by_label(up,"a")'];
    expect((await new CliFolder().run(args)).code).toBe(1);
    const enabled = await new CliFolder().run([...args, '--enable-feature=promql-experimental-functions']);
    expect(enabled).toMatchObject({ code: 0, stdout: 'sort_by_label(up, "a")\n' });
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { built } from '../support/build';
import { CliFolder } from '../support/cli';
import { LspClient } from '../support/lsp-client.mjs';

const BAD = 'groups:\n- name: g\n  rules:\n  - record: a\n    expr: rte(up)\n';

describe('many files', () => {
  it('checked on several threads give what they give on one', async () => {
    const files = Array.from({ length: 200 }, (_, i) => [
      `rules/${i}.yml`,
      i % 3 === 0 ? BAD : BAD.replace('rte', `r${'x'.repeat(i % 7)}`),
    ]);
    const folder = new CliFolder(Object.fromEntries(files) as Record<string, string>);
    const [one, several] = await Promise.all(
      ['1', '3'].map((threads) => folder.run(['check', '--format', 'json', '--threads', threads, 'rules'])),
    );
    expect((JSON.parse(one!.stdout) as unknown[]).length).toBeGreaterThanOrEqual(200);
    expect(several).toEqual(one);
    expect(one).toMatchObject({ code: 1, stderr: '' });
  });

  it('write their whole report into a pipe', async () => {
    const files = Array.from({ length: 300 }, (_, i) => [`${i}.yml`, BAD.repeat(1) + `# ${'x'.repeat(100)}`]);
    const folder = new CliFolder(Object.fromEntries(files) as Record<string, string>);
    const { stdout } = await folder.run(['check', '--format', 'sarif', '.']);
    expect(stdout.length).toBeGreaterThan(200_000);
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });
});

describe('a reader that goes away', () => {
  it.each(['text', 'json', 'sarif', 'github'])('is no fault for %s', async (format) => {
    const files = Array.from({ length: 100 }, (_, i) => [`${i}.yml`, BAD]);
    const folder = new CliFolder(Object.fromEntries(files) as Record<string, string>);
    const child = spawn(process.execPath, [await built('cli'), 'check', '--format', format, '.'], {
      cwd: folder.path,
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    expect([code, stderr]).toEqual([1, '']);
  });
});

describe('lsp', () => {
  it.each([['lsp'], ['lsp --stdio']])('%s is the language server', async (line) => {
    await built('server');
    const client = await LspClient.start([await built('cli'), ...line.split(' ')]);
    client.open('file:///x/a.yml', BAD);
    const diagnostics = await client.diagnostics('file:///x/a.yml');
    expect(diagnostics.map(({ code }) => code)).toEqual(['promql/unknown-function']);
    expect(await client.stop()).toBe(0);
  });
});

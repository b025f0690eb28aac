import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { CliFolder } from '../support/cli';

/** SARIF's own schema, which comes with Microsoft's package for tests. */
const schema = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
);
// One of its patterns has a stray bracket, which regular expressions allow without the flag u only.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: object; readonly region: object };
  }[];
  readonly partialFingerprints: object;
}

interface SarifRun {
  readonly columnKind: string;
  readonly tool: {
    readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] };
  };
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: object[];
  }[];
  readonly results: readonly SarifResult[];
}

async function sarif(folder: CliFolder, ...args: string[]): Promise<SarifRun> {
  const { stdout } = await folder.run(['check', '--format', 'sarif', ...args]);
  const log = JSON.parse(stdout) as { runs: [SarifRun] };
  expect(validate(log), ajv.errorsText(validate.errors)).toBe(true);
  return log.runs[0];
}

function rules(...exprs: string[]): string {
  return `groups:\n- name: g\n  rules:\n${exprs.map((expr, i) => `  - record: a${i}\n    expr: ${expr}\n`).join('')}`;
}

describe('SARIF', () => {
  it('is valid without findings, with all kinds of them, and with unreadable files', async () => {
    const folder = new CliFolder({
      'a b/ü%.yml': rules('rte(up)', 'up{a="😀"} + rte(up)', 'sum(rate(node_memory_MemFree_bytes[5m]))'),
      'bad.rules.yml': 'groups:\n- name: [\n',
      'good.yml': rules('up'),
      'binary.yml': Buffer.alloc(3),
    });
    expect((await sarif(folder, 'good.yml')).results).toEqual([]);
    expect((await sarif(folder, '.')).results.length).toBeGreaterThan(2);
  });

  it('places results by lines and UTF-16 columns from 1, in files relative to the checkout', async () => {
    const folder = new CliFolder({ 'a b/ü.yml': rules('up{a="😀"} + rte(up)') });
    const run = await sarif(folder, '.');
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results).toMatchObject([
      {
        ruleId: 'promql/unknown-function',
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'a%20b/%C3%BC.yml', uriBaseId: '%SRCROOT%' },
              region: { startLine: 5, startColumn: 24, endLine: 5, endColumn: 27 },
            },
          },
        ],
      },
    ]);
  });

  it('gives files outside the working directory as URLs', async () => {
    const folder = new CliFolder();
    const other = new CliFolder({ 'a.yml': rules('rte(up)') });
    const { results } = await sarif(folder, join(other.path, 'a.yml'));
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation).toEqual({
      uri: pathToFileURL(join(other.path, 'a.yml')).href,
    });
  });

  it('explains each code once, with the address of its page', async () => {
    const run = await sarif(new CliFolder({ 'a.yml': rules('rte(up)', 'nope(up)') }), '.');
    expect(run.tool.driver.rules).toMatchObject([
      {
        id: 'promql/unknown-function',
        helpUri: expect.stringMatching(/^https:.*promql\/unknown-function/) as string,
      },
    ]);
    expect(run.results.map(({ ruleIndex }) => ruleIndex)).toEqual([0, 0]);
  });

  it('knows a finding again on a line that moved, and tells equal lines apart', async () => {
    const fingerprints = async (text: string) => {
      const run = await sarif(new CliFolder({ 'a.yml': text }), '.');
      return run.results.map(({ partialFingerprints }) => partialFingerprints);
    };
    const twice = rules('rte(up)', 'rte(up)');
    const [first, second] = await fingerprints(twice);
    expect(first).not.toEqual(second);
    expect(
      await fingerprints(
        `# moved\n${twice.replaceAll('    expr', '        expr').replaceAll('  - rec', '      - rec')}`,
      ),
    ).toEqual([first, second]);
  });

  it('tells of unreadable files', async () => {
    const [invocation] = (await sarif(new CliFolder(), 'nowhere.yml')).invocations;
    expect(invocation).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'no such file or directory' } }],
    });
  });
});

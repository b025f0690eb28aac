import { describe, expect, it } from 'vitest';
import type { Severity } from '../text/finding';
import { LineIndex } from '../text/line-index';
import { excerptAround, filterBySeverity } from './report';
import type { CheckedFile, Report, ReportedFinding } from './report';
import { githubReport } from './report-github';
import { jsonReport } from './report-json';
import { textReport } from './report-text';
import { palette } from './terminal';

/** A finding at the place that `‸…‸` marks in `marked`. */
function finding(
  marked: string,
  { severity = 'error', message = 'is wrong' }: { severity?: Severity; message?: string } = {},
): ReportedFinding {
  const [before = '', inside = '', after = ''] = marked.split('‸');
  const lines = new LineIndex(before + inside + after);
  const start = lines.positionAt(before.length);
  const end = lines.positionAt(before.length + inside.length);
  return {
    range: { start, end },
    severity,
    code: 'promql/wrong',
    message,
    excerpt: excerptAround(start, lines),
  };
}

function reportOf(...findings: ReportedFinding[]): Report {
  const file: CheckedFile = { path: 'rules/a.yml', named: true, recognised: true, findings };
  return { files: [file], problems: [] };
}

describe('textReport', () => {
  function picture(marked: string, width = 60): string[] {
    const [, line = '', carets = ''] = textReport(reportOf(finding(marked)), {
      colours: palette(false),
      width: width,
    }).split('\n');
    return [line.slice(8), carets.slice(8)];
  }

  it.each([
    ['a word', 'expr: ‸upp‸ > 0', 'expr: upp > 0', '      ^^^'],
    ['no width', 'expr: up >‸‸', 'expr: up >', '          ^'],
    ['an empty line', 'a\n‸‸\nb', '', '^'],
    ['several lines', 'expr: ‸a +\n  b‸', 'expr: a +', '      ^^^'],
    ['a tab', '\ta:\t‸x‸', '    a:    x', '          ^'],
    ['wide characters', '漢字 ‸語x‸', '漢字 語x', '     ^^^'],
    ['an astral character', '😀😀‸b‸', '😀😀b', '    ^'],
    ['combining marks', 'e\u0301‸x‸', 'e\u0301x', ' ^'],
    ['control characters', '\x1b[1m‸x‸\x07', '�[1mx�', '    ^'],
  ])('underlines %s', (_, marked, line, carets) => {
    expect(picture(marked)).toEqual([line, carets]);
  });

  it('cuts a long line around the place', () => {
    const [line = '', carets = ''] = picture(`${'a'.repeat(70)}‸bad‸${'c'.repeat(70)}`);
    expect(line).toBe(`…${'a'.repeat(17)}bad${'c'.repeat(32)}…`);
    expect(carets).toBe(`${' '.repeat(18)}^^^`);
  });

  it('cuts a line of a megabyte in no time', () => {
    const [line = '', carets = ''] = picture(`${'漢'.repeat(500_000)}‸bad‸${'字'.repeat(500_000)}`);
    expect(line).toMatch(/^…漢+bad字+…$/);
    expect(carets.trimStart()).toBe('^^^');
  });

  it('heads each finding with its place, and sums up', () => {
    const text = textReport(
      reportOf(
        finding('a\n ‸b‸', { message: 'is wrong\nin two lines' }),
        finding('‸c‸', { severity: 'warning' }),
        finding('‸d‸', { severity: 'warning' }),
      ),
      { colours: palette(false), width: 80 },
    );
    expect(text).toBe(`rules/a.yml:2:2: error is wrong [promql/wrong]
    in two lines
    2 |  b
      |  ^

rules/a.yml:1:1: warning is wrong [promql/wrong]
    1 | c
      | ^

rules/a.yml:1:1: warning is wrong [promql/wrong]
    1 | d
      | ^

1 error, 2 warnings in 1 file checked.
`);
  });

  it('lets no file name or message drive the terminal', () => {
    const report = reportOf(finding('‸x‸', { message: '\x1b[2J' }));
    const files = report.files.map((file) => ({ ...file, path: 'a\x1b[2Jb.yml' }));
    expect(textReport({ ...report, files }, { colours: palette(false), width: 80 })).not.toContain('\x1b');
  });

  it('says when all is well, and when there was nothing to check', () => {
    expect(textReport(reportOf(), { colours: palette(false), width: 80 })).toBe('No problems in 1 file.\n');
    expect(textReport({ files: [], problems: [] }, { colours: palette(false), width: 80 })).toBe(
      'No rule files, configurations, templates or queries found.\n',
    );
  });
});

it('jsonReport has one finding a line, zero-based', () => {
  expect(jsonReport(reportOf(finding('a\n ‸b‸', { severity: 'hint', message: '"' })))).toBe(
    '[\n  {"file":"rules/a.yml","range":{"start":{"line":1,"character":1},"end":{"line":1,"character":2}},' +
      '"severity":"hint","code":"promql/wrong","message":"\\"","source":"alertwright"}\n]\n',
  );
  expect(jsonReport(reportOf())).toBe('[]\n');
});

describe('githubReport', () => {
  function annotations(report: Report, root = '/repo'): string {
    return githubReport(report, '/repo', root);
  }

  it.each<[severity: Severity, command: string]>([
    ['error', 'error'],
    ['warning', 'warning'],
    ['information', 'notice'],
    ['hint', 'notice'],
  ])('%s is %s', (severity, command) => {
    expect(annotations(reportOf(finding('a\n ‸bc‸', { severity })))).toBe(
      `::${command} file=rules/a.yml,line=2,endLine=2,col=2,endColumn=4,title=promql/wrong::is wrong\n`,
    );
  });

  it('escapes messages and properties', () => {
    const report = reportOf(finding('‸a‸', { message: '50%:\r\na, b' }));
    const files = report.files.map((file) => ({ ...file, path: 'a,b:100%.yml' }));
    expect(annotations({ ...report, files })).toBe(
      '::error file=a%2Cb%3A100%25.yml,line=1,endLine=1,col=1,endColumn=2,title=promql/wrong::50%25:%0D%0Aa, b\n',
    );
  });

  it('gives no columns over several lines', () => {
    expect(annotations(reportOf(finding('‸a\nb‸')))).toBe(
      '::error file=rules/a.yml,line=1,endLine=2,title=promql/wrong::is wrong\n',
    );
  });

  it('names files from the checkout on', () => {
    expect(annotations(reportOf(finding('‸a‸')), '/')).toContain('file=repo/rules/a.yml,');
  });
});

describe('filterBySeverity', () => {
  const all = (['error', 'warning', 'information', 'hint'] as const).map((severity) =>
    finding('‸a‸', { severity }),
  );
  it.each<[least: Severity, kept: number]>([
    ['error', 1],
    ['warning', 2],
    ['information', 3],
    ['hint', 4],
  ])('%s keeps %i', (least, kept) => {
    expect(filterBySeverity(reportOf(...all), least).files[0]?.findings).toEqual(all.slice(0, kept));
  });
});

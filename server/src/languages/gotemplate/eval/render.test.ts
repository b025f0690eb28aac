import { describe, expect, it } from 'vitest';
import { alertmanagerTemplates } from '../alertmanager';
import { LIMITS } from './limits';
import { renderTemplate, type Rendered } from './render';
import { sampleNotification, type SampleAlert } from './sample';
import { templateSet } from './template-set';

const START = Date.UTC(2026, 0, 2, 3, 4, 5);
const NOW = BigInt(START + 90_000) * 1_000_000n;

const alerts: readonly SampleAlert[] = [
  {
    status: 'firing',
    labels: { alertname: 'Down', job: 'web' },
    annotations: { summary: 'a' },
    startsAt: START,
  },
  {
    status: 'resolved',
    labels: { alertname: 'Down', job: 'db' },
    annotations: { summary: 'a' },
    startsAt: START,
  },
];

function render(text: string, version: readonly [number, number] = [0, 34], more = {}): Rendered {
  const dialect = alertmanagerTemplates(version);
  const data = sampleNotification({ alerts, version, receiver: 'team.web', routeLabels: { team: 'a' } });
  const { templates } = templateSet(
    [{ name: 'x.tmpl', text: '{{ define "x" }}<{{ .Nope }}>{{ end }}' }],
    dialect,
  );
  return renderTemplate(text, { dialect, data, templates, now: NOW, ...more });
}

describe('what is rendered', () => {
  it.each<[string, string]>([
    [
      '{{ .Receiver }} {{ .GroupLabels }} {{ .CommonLabels }} {{ .CommonAnnotations }}',
      'team\\.web alertname=Down alertname=Down summary=a',
    ],
    [
      '{{ now | date "15:04:05" }} {{ since (index .Alerts 0).StartsAt | humanizeDuration }}',
      '03:05:35 1m 30s',
    ],
    ['{{ .CommonLabels.Values.Join "," }} {{ .RouteLabels.team }}', 'Down a'],
    ['{{ base64encode "a?>é" }} {{ base64decode "YT8-w6k=" }}', 'YT8-w6k= a?>é'],
    ['{{ toDate "2006-01-02 15:04 -0700" "2026-03-04 05:06 +0200" }}', '2026-03-04 05:06:00 +0200 +0200'],
    [
      '{{ (toDate "Jan _2, 2006 at 3:04pm" "Mar  4, 2026 at 5:06pm").Unix }} {{ (toDate "2006" "x").IsZero }}',
      '1772643960 true',
    ],
    ['{{ range $i, $a := .Alerts }}{{ if $i }}, {{ end }}{{ $a.Labels.job }}{{ end }}', 'web, db'],
  ])('%s', (text, output) => {
    expect(render(text)).toEqual({ output });
  });
});

describe('errors', () => {
  it.each<[string, string, string, string | undefined]>([
    [
      'a {{ .Foo }}',
      'executing "" at <.Foo>: can\'t evaluate field Foo in type template.Data',
      '.Foo',
      undefined,
    ],
    ['{{ .Status | toUppr }}', 'unknown function toUppr; did you mean toUpper?', 'toUppr', undefined],
    [
      '{{template "no" .}}',
      'executing "" at <{{template "no" .}}>: template "no" not defined',
      '{{template "no" .}}',
      undefined,
    ],
    [
      '{{ mustToDate "2006" "x" }}',
      'executing "" at <mustToDate>: error calling mustToDate: parsing time "x" as "2006": cannot parse it',
      'mustToDate',
      undefined,
    ],
    [
      '{{ template "x" . }}',
      'executing "x" at <.Nope>: can\'t evaluate field Nope in type template.Data',
      '.Nope',
      'x.tmpl',
    ],
  ])('%s', (text, error, at, source) => {
    const result = render(text);
    expect(result).toMatchObject({ error, source });
    const { from = 0, to = 0 } = 'span' in result ? result.span : {};
    const where = source === undefined ? text : '{{ define "x" }}<{{ .Nope }}>{{ end }}';
    expect(where.slice(from, to)).toBe(at);
  });

  it('depend on the version', () => {
    expect(render('{{ .CommonLabels.Values.Join "," }}', [0, 33])).toHaveProperty('error');
    expect(render('{{ .NotificationReason }}', [0, 31])).toHaveProperty('error');
    expect(render('{{ range 2 }}x{{ end }}', [0, 28])).toHaveProperty('error');
    expect(render('{{ range 2 }}x{{ end }}', [0, 29])).toEqual({ output: 'xx' });
  });

  it('name the places of HTML that can not be escaped', () => {
    expect(render('<a title="{{ if .Status }}">{{ end }}', [0, 34], { html: true })).toMatchObject({
      error: expect.stringMatching(
        /^executing|html\/template: \{\{if\}\} branches end in different contexts/,
      ) as string,
    });
  });
});

describe('limits', () => {
  const grow = (start: string, step: string, times: number): string =>
    `{{ $x := ${start} }}{{ range ${times} }}{{ $x = ${step} }}{{ end }}{{ $x }}`;

  it.each<[string, string, RegExp]>([
    ['an empty loop', '{{ range 1000000000 }}{{ end }}', /too many steps/],
    ['a long text', '{{ range 1000000000 }}xxxxxxxxxxxxxxxxxxxxxx{{ end }}', /too (many steps|long)/],
    ['endless calls', '{{ define "r" }}{{ template "r" . }}{{ end }}{{ template "r" . }}', /nested too deep/],
    ['parentheses', `{{ ${'('.repeat(5000)}1${')'.repeat(5000)} }}`, /nested too deep/],
    ['blocks', `${'{{ if 1 }}'.repeat(3000)}${'{{ end }}'.repeat(3000)}`, /nested too deep/],
    ['strings', grow('"ab"', 'print $x $x', 100), /too long/],
    ['lists', grow('list "ab"', 'list $x $x', 100), /too long/],
    ['nested lists', grow('list', 'list $x', 1000), /nested too deep/],
    ['maps', grow('dict "a" "b"', 'dict "a" $x "b" $x', 100), /too long/],
    ['dates', '{{ (index .Alerts 0).StartsAt.AddDate 99999999 0 0 }}', /out of range/],
  ])('stop %s', (_, text, reason) => {
    const result = render(text);
    expect('error' in result && result.error).toMatch(reason);
  });

  it('cut the width of a verb', () => {
    expect(render('{{ printf "%999999999d" 1 | len }}')).toEqual({ output: '10000' });
  });

  it('hold for HTML', () => {
    const deep = `${'{{ if 1 }}'.repeat(5000)}${'{{ end }}'.repeat(5000)}`;
    expect(render(deep, [0, 34], { html: true })).toHaveProperty('error');
  });

  it('are fit for real templates', () => {
    expect(LIMITS.depth).toBeGreaterThan(100);
    expect(render('{{ range 20000 }}{{ $.Status }}{{ end }}')).toHaveProperty('output');
  });
});

it('never throws', () => {
  const pieces = [
    '{{',
    '}}',
    ' .Alerts',
    ' .',
    ' index',
    ' 0',
    ' "x"',
    ' |',
    ' toUpper',
    '{{ end }}',
    '{{ range .Alerts }}',
    ' printf',
    ' "%*d"',
    '<a href="',
    '"',
    '<script>',
    '(',
    ')',
    ' -1',
    ' tz',
    ' "Nowhere"',
  ];
  let seed = 1;
  const next = (): number => (seed = (seed * 48271) % 2147483647);
  for (let i = 0; i < 2000; i++) {
    const text = Array.from({ length: 1 + (next() % 12) }, () => pieces[next() % pieces.length]).join('');
    const html = i % 2 === 0;
    expect(() => render(text, [0, 34], { html }), text).not.toThrow();
  }
});

import { describe, expect, it } from 'vitest';
import { alertmanagerTemplates, builtInTemplates } from './alertmanager';
import { notificationTypes } from './alertmanager-data';
import { alertmanagerFunctions } from './alertmanager-functions';
import { goFunctions, goKeywords } from './builtins';
import { lintTemplate } from './lint';
import { notificationExamples } from './notification-examples';
import { parseTemplate } from './parse';

/** The names in template/template.go of Alertmanager 0.34, with the version that has them first, if later than 0.27. */
const UPSTREAM =
  `append@0.32 base64decode@0.34 base64encode@0.34 date@0.28 dict@0.32 humanizeDuration@0.28 join list@0.32 match
  mustToDate@0.34 now@0.33 reReplaceAll routeLabels@0.34 safeHtml safeUrl@0.30 since@0.28 stringSlice title toDate@0.34
  toJson@0.30 toLower toUpper trimSpace tz@0.28 urlUnescape@0.30`.split(/\s+/);

const functions = alertmanagerFunctions(notificationTypes(() => true));

describe('the function table', () => {
  it('has the names of upstream', () => {
    const own = functions.map(({ name, since }) => (since === '0.27' ? name : `${name}@${since ?? ''}`));
    expect(own.sort()).toEqual(UPSTREAM);
  });

  it.each(functions)('$name has an example that is right', ({ name, example, summary, link }) => {
    const result = parseTemplate(example, alertmanagerTemplates([0, 34]));
    expect([...result.faults, ...lintTemplate(result)]).toEqual([]);
    expect(example).toContain(name);
    expect(summary).toMatch(/\.$/);
    expect(link).toMatch(/^https:/);
  });
});

describe('the examples of Go', () => {
  const dialect = alertmanagerTemplates([0, 34]);

  it.each([...notificationExamples])('%s: %s', (name, example) => {
    const result = parseTemplate(
      name === 'template' ? `{{ define "where" }}{{ end }}${example}` : example,
      dialect,
    );
    expect([...result.faults, ...lintTemplate(result)]).toEqual([]);
    expect(example).toContain(name);
  });

  it('are for all but `call`', () => {
    const names = [...goFunctions, ...goKeywords].map(({ name }) => name).filter((name) => name !== 'call');
    expect([...notificationExamples.keys()].toSorted()).toEqual(names.toSorted());
  });
});

describe('versions', () => {
  it.each<[string, readonly [number, number], string | undefined]>([
    ['{{ now }}', [0, 33], undefined],
    ['{{ now }}', [0, 32], 'unknown function now; it came with Alertmanager 0.33'],
    ['{{ query "up" }}', [0, 34], "unknown function query; it exists in Prometheus' rules only"],
    [
      '{{ .X | stripPort }}',
      [0, 34],
      `unknown function stripPort; it exists in Prometheus' rules only; write reReplaceAll ":.*" ""`,
    ],
    ['{{ toUppr .Status }}', [0, 34], 'unknown function toUppr; did you mean toUpper?'],
    ['{{ $labels.job }}', [0, 34], 'undefined variable $labels; declare it with := before'],
    ['{{ with 1 }}{{ else with 2 }}{{ end }}', [0, 28], undefined],
    [
      '{{ with 1 }}{{ else with 2 }}{{ end }}',
      [0, 27],
      '{{ else with }} came with Go 1.23; write {{ else }}{{ with … }} … {{ end }}',
    ],
  ])('%s in %j', (text, version, fault) => {
    expect(parseTemplate(text, alertmanagerTemplates(version)).faults[0]?.message).toBe(fault);
  });

  it('know when default templates and fields came', () => {
    expect(builtInTemplates([0, 31]).defined('slack.default.color')).toBeUndefined();
    expect(builtInTemplates([0, 32]).defined('slack.default.color')?.summary).toMatch(/danger/);
    const { data } = alertmanagerTemplates([0, 31]);
    expect(typeof data !== 'string' && data.kind === 'struct' && [...data.fields.keys()]).toEqual([
      'Status',
      'Alerts',
      'GroupLabels',
      'CommonLabels',
      'CommonAnnotations',
      'ExternalURL',
      'Receiver',
    ]);
  });
});

describe('what fails when a notification is sent', () => {
  const known = builtInTemplates([0, 34]);
  const lint = (text: string, version: readonly [number, number] = [0, 34]): string[] =>
    lintTemplate(parseTemplate(text, alertmanagerTemplates(version)), known).map(({ message }) => message);

  it.each<[string, string]>([
    ['{{ .Alert }}', 'notification has no field Alert; did you mean .Alerts?'],
    ['{{ range .Alerts }}{{ .Lables.job }}{{ end }}', 'alert has no field Lables; did you mean .Labels?'],
    ['{{ range .Alerts.Fireing }}{{ end }}', 'list of alerts has no field Fireing; did you mean .Firing?'],
    ['{{ .Alerts.Labels }}', 'list of alerts has no field Labels; it has .Firing, .Resolved'],
    ['{{ .Alerts.Firing.Resolved }}', 'list of alerts has no field Resolved'],
    [
      '{{ range .CommonLabels.SortedPairs }}{{ .Key }}{{ end }}',
      'pair has no field Key; it has .Name, .Value',
    ],
    ['{{ .CommonLabels.job.x }}', 'string has no field x'],
    ['{{ .CommonLabels.Remove }}', 'Remove takes 1 argument, not 0'],
    ['{{ .CommonLabels.Names 1 }}', 'Names takes no arguments, not 1'],
    ['{{ (index .Alerts 0).StartsAt.Format }}', 'Format takes 1 argument, not 0'],
    ['{{ (index .Alerts 0).StartsAt.Clock }}', expect.stringMatching(/^time has no field Clock/) as string],
    ['{{ join ", " .CommonLabels }}', 'join wants a list of strings, not common labels'],
    ['{{ toUpper .Alerts }}', 'toUpper wants a string, not a list of alerts'],
    ['{{ date "15:04" .Status }}', 'date wants a time, not a string'],
    ['{{ .Status "x" }}', '.Status is no function, it takes no arguments'],
    ['{{ eq .Alerts 5 }}', "eq can't compare a list of alerts with an int"],
    [
      '{{ template "slack.default.titel" . }}',
      'no template "slack.default.titel" is defined; did you mean "slack.default.title"?',
    ],
    ['{{ range .Status }}{{ end }}', "range can't go over a string"],
    [
      '{{ define "x" }}{{ range .Alerts }}{{ .Foo }}{{ end }}{{ end }}',
      expect.stringMatching(/^alert has no field Foo/) as string,
    ],
    [
      '{{ define "x" }}{{ .Alerts }}{{ .Stauts }}{{ end }}',
      'notification has no field Stauts; did you mean .Status?',
    ],
    [
      '{{ define "x" }}{{ .Foo }}{{ end }}{{ template "x" (index .Alerts 0) }}',
      expect.stringMatching(/^alert has no field Foo/) as string,
    ],
  ])('%s', (text, message) => {
    expect(lint(text)).toEqual([message]);
  });

  it.each([
    '{{ .CommonLabels.Values.Join ", " }} {{ .GroupLabels.SortedPairs.Names | join " " }}',
    '{{ (index .Alerts 0).StartsAt.Format "15:04" }} {{ (since (index .Alerts 0).StartsAt).Hours }}',
    '{{ range $i, $a := .Alerts }}{{ $a.Annotations.summary }}{{ $.Receiver }}{{ end }}',
    '{{ template "slack.default.title" . }}{{ template "__subject" . }}',
    '{{ define "x" }}{{ .alerts }}{{ .title }}{{ end }}{{ template "x" (dict "alerts" .Alerts "title" "t") }}',
    '{{ define "x" }}{{ .Alerts }}{{ .color }}{{ end }}',
    '{{ define "x" }}{{ range . }}{{ .Labels.job }}{{ end }}{{ end }}{{ template "x" .Alerts.Firing }}',
    '{{ define "x" }}{{ . }}{{ end }}{{ template "x" .Status }}{{ template "x" 5 }}',
    '{{ join " " (stringSlice "a") }} {{ .CommonLabels.Remove (stringSlice "a") }} {{ append (list 1) "a" }}',
    '{{ humanizeDuration (since (index .Alerts 0).StartsAt) }} {{ humanizeDuration "5" }}',
    '{{ if eq .Status "firing" }}{{ range 3 }}{{ . }}{{ end }}{{ end }}',
  ])('%s is fine', (text) => {
    expect(lint(text)).toEqual([]);
  });

  it('knows which Go the version has', () => {
    expect(lint('{{ range 3 }}{{ end }}', [0, 28])).toEqual(['range over a number came with Go 1.24']);
  });
});

import { describe, expect, it } from 'vitest';
import { alertmanagerTemplates, builtInTemplates } from './alertmanager';
import { completeTemplate } from './complete';
import { hoverTemplate } from './hover';
import { parseTemplate } from './parse';
import { joinKnowledge } from './template-knowledge';
import { atCursor } from './testing';

const dialect = alertmanagerTemplates([0, 34]);
const own = { name: 'team.text', summary: 'Defined in team.tmpl.' };
const templates = joinKnowledge(
  { defined: (name) => (name === own.name ? own : undefined), names: () => [own.name] },
  builtInTemplates([0, 34]),
);
const context = {
  labels: ['alertname', 'job', 'service.name'],
  annotations: ['summary', 'runbook_url'],
  groupLabels: ['alertname'],
  templates,
};

/** The labels of the suggestions, best first. */
function complete(marked: string): string[] {
  const { text, offset } = atCursor(marked);
  return completeTemplate(parseTemplate(text, dialect, ''), offset, context)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ label }) => label);
}

const METHODS = ['SortedPairs', 'Remove', 'Names', 'Values', 'String'];

describe('completion in notifications', () => {
  it.each<[string, string[]]>([
    ['{{ .CommonLabels.‸ }}', ['alertname', 'job', ...METHODS, 'service.name']],
    ['{{ .GroupLabels.‸ }}', ['alertname', ...METHODS]],
    ['{{ .CommonAnnotations.‸ }}', ['summary', 'runbook_url', ...METHODS]],
    ['{{ range .Alerts }}{{ .Annotations.‸ }}{{ end }}', ['summary', 'runbook_url', ...METHODS]],
    [
      '{{ range .Alerts.Firing }}{{ .St‸ }}{{ end }}',
      ['Status', 'Labels', 'Annotations', 'StartsAt', 'EndsAt', 'GeneratorURL', 'Fingerprint'],
    ],
    ['{{ .Alerts.‸ }}', ['Firing', 'Resolved']],
    ['{{ range .CommonLabels.SortedPairs }}{{ .‸', ['Name', 'Value']],
    ['{{ index .CommonLabels "‸" }}', ['alertname', 'job', 'service.name']],
    ['{{ index .CommonAnnotations "‸" }}', ['summary', 'runbook_url']],
    ['{{ if eq .Status "‸" }}', ['firing', 'resolved']],
    ['{{ range .Alerts }}{{ if ne .Status "‸"', ['firing', 'resolved']],
    ['{{ eq .Receiver "‸" }}', []],
    [
      '{{ define "own" }}{{ range . }}{{ .Labels.‸ }}{{ end }}{{ end }}',
      ['alertname', 'job', ...METHODS, 'service.name'],
    ],
  ])('%s', (marked, labels) => {
    expect(complete(marked)).toEqual(labels);
  });

  it('offers templates: those of the text, the workspace and Alertmanager, in this order', () => {
    const labels = complete('{{ define "mine" }}{{ end }}{{ template "‸" . }}');
    expect(labels.slice(0, 3)).toEqual(['mine', 'team.text', 'slack.default.title']);
    expect(labels.at(-1)).toMatch(/^__/);
  });

  it.each([
    ['{{ define "own" }}{{ .‸ }}{{ end }}', 'Alerts'],
    ['{{ define "own" }}{{ .Sta‸ }}{{ end }}', 'Alerts'],
    ['{{ define "own" }}{{ range .Alerts }}{{ .‸ }}{{ end }}{{ end }}', 'StartsAt'],
    ['{{ (index .Alerts 0).‸ }}', undefined],
    ['{{ range .Alerts }}{{ .StartsAt.‸ }}{{ end }}', 'Format'],
    ['{{ range .Alerts }}{{ .StartsAt | ‸ }}{{ end }}', 'date'],
  ])('%s offers %s', (marked, label) => {
    const labels = complete(marked);
    if (label === undefined) expect(labels).toEqual([]);
    else expect(labels).toContain(label);
  });
});

describe('hover in notifications', () => {
  it.each([
    ['{{ .Com‸monLabels.job }}', /\*\*CommonLabels\*\*: common labels.*all of the alerts/s],
    ['{{ .Notification‸Reason }}', /Since version 0\.32\./],
    ['{{ .CommonLabels.Sorted‸Pairs }}', /\*\*SortedPairs\*\*: list of pairs.*alertname/s],
    ['{{ range .Alerts }}{{ .StartsAt.For‸mat "15:04" }}{{ end }}', /Mon Jan 2/],
    ['{{ template "team‸.text" . }}', /\*\*team\.text\*\*: a template.*Defined in team\.tmpl\./s],
    ['{{ template "slack.default‸.title" . }}', /A default of Alertmanager\..*Its `\.` is a notification\./s],
    ['{{ define "x‸" }}{{ .Alerts }}{{ end }}', /Defined in this text\..*Its `\.` is a notification\./s],
    ['{{ .Status | toU‸pper }}', /toUpper text.*upper case/s],
    ['{{ now‸ }}', /Since version 0\.33\./],
  ])('%s', (marked, markdown) => {
    const { text, offset } = atCursor(marked);
    expect(hoverTemplate(parseTemplate(text, dialect, ''), offset, templates)?.markdown).toMatch(markdown);
  });

  it.each(['{{ print "te‸xt" }}', '{{ template "nope‸" . }}'])('%s has none', (marked) => {
    const { text, offset } = atCursor(marked);
    expect(hoverTemplate(parseTemplate(text, dialect, ''), offset, templates)).toBeUndefined();
  });
});

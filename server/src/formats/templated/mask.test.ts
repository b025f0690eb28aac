import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPlaceholders } from './mask';

describe('maskPlaceholders', () => {
  it.each([
    ['a template of Prometheus', 'summary: "{{ $labels.job }} is {{ $value | humanize }}"', 'none'],
    ['a query in a template', 'a: \'{{ with query "up" }}{{ . | first | value }}{{ end }}\'', 'none'],
    ['values of a chart', 'severity: {{ .Values.severity }}', 'helm'],
    ['a condition of a chart', '{{- if .Values.enabled }}', 'helm'],
    ['an include', '    {{- include "x.labels" . | nindent 4 }}', 'helm'],
    ['escaped braces', 'summary: \'{{ "{{" }} $value {{ "}}" }}\'', 'helm'],
    ['a raw string', 'summary: {{`{{ $value }}`}}', 'helm'],
    ['a condition at the beginning of a line', 'a: 1\n{{- if has $alert .excludeRules -}}\nb: 1', 'helm'],
    ['a variable of a chart', '{{- $alert := "A" -}}\nalert: {{ $alert }}', 'helm'],
    ['a field of a chart as a value', 'namespace: {{ .namespace }}', 'helm'],
    ['a value of an alert without quotes', 'summary: {{ $labels.job }} is {{ .Value }}', 'none'],
    ['a condition in an annotation', 'summary: |\n  {{ if $value }}\n  {{ end }}\n', 'none'],
    ['a loop of Jinja', '{% for job in jobs %}', 'jinja'],
    ['a bare name in an expression', 'expr: up{job="{{ job_name }}"} == 0', 'jinja'],
    ['no braces', 'a: b', 'none'],
  ])('%s', (_, text, kind) => {
    expect(maskPlaceholders(text).kind).toBe(kind);
  });

  it.each([
    ['a line alone', 'a:\n  {{- if .Values.x }}\n  b: 1', 'a:\n                     \n  b: 1'],
    ['two on a line', '{{ if .Values.x }}{{ end }}\na: 1', '                           \na: 1'],
    ['a value', 'a: {{ .Values.x }} # c', 'a: xxxxxxxxxxxxxxx # c'],
    [
      'in an expression',
      'a: {{ .Values.x }}\nexpr: up > {{ .Values.y }}',
      'a: xxxxxxxxxxxxxxx\nexpr: up > xxxxxxxxxxxxxxx',
    ],
    ['a condition inside a line', 'a: {{ if .Values.x }}1{{ else }}2{{ end }} c', `a: ${'x'.repeat(39)} c`],
    ['escaped braces', 'a: "{{ "{{" }} $value {{ "}}" }}"', 'a: "        {{ $value }}        "'],
    [
      'escaped braces with trim markers',
      'a: "{{`{{`}}- with $labels.a -{{`}}`}}"',
      'a: "      {{- with $labels.a -}}      "',
    ],
    ['a raw string', 'a: "{{`{{ $value }}`}}"', 'a: "   {{ $value }}   "'],
    ['raw text of Jinja', 'a: "{% raw %}{{ $value }}{% endraw %}"', 'a: "         {{ $value }}            "'],
    [
      'templates of Prometheus beside Jinja',
      '{% if x %}\na: "{{ $value }}"\n{% endif %}',
      '          \na: "{{ $value }}"\n           ',
    ],
    ['one that is not closed', 'a: {{ .Values.x\nb: 1', 'a: xxxxxxxxxxxx\nb: 1'],
  ])('%s', (_, text, expected) => {
    expect(maskPlaceholders(text).text).toBe(expected);
  });

  it('names the holes, and the templates that Helm would swallow', () => {
    const text = 'a: {{ .Values.x }}\nb: "{{ $labels.job }}"';
    const { holes, swallowed } = maskPlaceholders(text);
    const cut = ({ from, to }: { from: number; to: number }) => text.slice(from, to);
    expect(holes.map(cut)).toEqual(['{{ .Values.x }}', '{{ $labels.job }}']);
    expect(swallowed.map(cut)).toEqual(['{{ $labels.job }}']);
  });

  it.each([
    ['a: {{ .Values.x }}\nb: "{{ $value | humanize }} {{ printf \\"%s\\" $labels.job }}"', 2],
    ['{{- range $name, $value := .Values.x }}\n{{ $name }}: {{ $value | quote }}\n{{- end }}', 0],
    ['{{- $labels := .Values.x }}\na: {{ $labels.b }} {{ "$value" }}', 0],
  ])('takes %j for Prometheus’ where it is', (text, count) => {
    expect(maskPlaceholders(text).swallowed).toHaveLength(count);
  });

  it('keeps length and line breaks of anything', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      '{#',
      '#}',
      '"',
      "'",
      '`',
      '\n',
      '\r\n',
      ' ',
      '.Values.x',
      'if',
      'end',
      'a: b',
      '-',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((p) => p.join('')),
        (text) => {
          const masked = maskPlaceholders(text).text;
          expect(masked.length).toBe(text.length);
          expect(masked.replace(/[^\r\n]/g, ' ')).toBe(text.replace(/[^\r\n]/g, ' '));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

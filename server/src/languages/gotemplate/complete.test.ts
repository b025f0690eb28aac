import { describe, expect, it } from 'vitest';
import { completeTemplate } from './complete';
import { atCursor, parsed } from './testing';

const LABELS = ['instance', 'job', 'service.name'];

function complete(marked: string) {
  const { text, offset } = atCursor(marked);
  const suggestions = completeTemplate(parsed(text), offset, { labels: LABELS });
  for (const { replace } of suggestions) {
    expect(replace.from).toBeLessThanOrEqual(offset);
    expect(replace.to).toBeGreaterThanOrEqual(offset);
  }
  return { text, suggestions: suggestions.toSorted((a, b) => a.rank - b.rank) };
}

/** The labels of the suggestions, best first. */
function labels(marked: string): string[] {
  return complete(marked).suggestions.map(({ label }) => label);
}

/** The text once the suggestion `label` is accepted. */
function accepted(marked: string, label: string): string | undefined {
  const { text, suggestions } = complete(marked);
  const suggestion = suggestions.find((one) => one.label === label);
  if (!suggestion) return undefined;
  const { replace, insertText = label, additionalEdits = [] } = suggestion;
  return [...additionalEdits, { span: replace, newText: insertText }]
    .toSorted((a, b) => b.span.from - a.span.from)
    .reduce((t, { span, newText }) => t.slice(0, span.from) + newText + t.slice(span.to), text);
}

describe('what is offered', () => {
  it.each([
    [
      'variables and fields come first',
      '{{ ‸ }}',
      [
        '$labels',
        '$value',
        '$externalLabels',
        '$externalURL',
        '.Labels',
        '.Value',
        '.ExternalLabels',
        '.ExternalURL',
      ],
    ],
    ['the end of an open block comes first', '{{ if $value }}a{{ ‸', ['end', 'else', '$labels']],
    ['label names', '{{ $labels.‸ }}', ['instance', 'job', 'service.name']],
    ['label names of .Labels', '{{ .Labels.in‸ }}', ['instance']],
    ['fields of dot', '{{ .‸ }}', ['Labels', 'Value', 'ExternalLabels', 'ExternalURL']],
    ['fields of a sample', '{{ range query "up" }}{{ .‸', ['Labels', 'Value']],
    ['fields of a variable', '{{ range $i, $s := query "up" }}{{ $s.‸ }}{{ end }}', ['Labels', 'Value']],
    [
      'variables of this template',
      '{{ $x := 1 }}{{ $‸ }}',
      ['$labels', '$value', '$externalLabels', '$externalURL', '$x'],
    ],
    [
      'functions that take a number',
      '{{ $value | ‸',
      [
        'humanize',
        'humanize1024',
        'humanizeDuration',
        'humanizePercentage',
        'humanizeTimestamp',
        'toTime',
        'toDuration',
      ],
    ],
    ['functions that take samples', '{{ query "up" | ‸ }}', ['first', 'sortByLabel']],
    ['functions that take a sample', '{{ query "up" | first | ‸ }}', ['label', 'value', 'strvalue']],
    ['label names in index', '{{ index $labels "‸" }}', ['instance', 'job', 'service.name']],
    [
      'label names in sortByLabel',
      '{{ range query "up" | sortByLabel "‸" }}',
      ['instance', 'job', 'service.name'],
    ],
    ['names of templates', '{{ define "a" }}{{ end }}{{ template "‸" }}', ['a']],
    ['keywords after else', '{{ if 1 }}{{ else ‸ }}{{ end }}', ['if']],
    ['arguments', '{{ if eq ‸ }}', ['$labels', '$value']],
    ['values for if', '{{ if ‸ }}{{ end }}', ['$labels', '$value']],
    [
      'whole actions in text',
      'Value: ‸',
      ['{{ $value }}', '{{ $externalLabels }}', '{{ $externalURL }}', '{{ $value | humanize }}'],
    ],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked).slice(0, expected.length)).toEqual(expected);
  });

  it.each([
    ['inside of a word of text', 'Val‸ue'],
    ['inside of a comment', '{{/* ‸ */}}'],
    ['inside of other strings', '{{ printf "‸" }}'],
    ['after a number', '{{ 5‸ }}'],
    ['fields of a string', '{{ $labels.a.‸ }}'],
    ['after end', '{{ if 1 }}{{ end ‸ }}'],
  ])('nothing %s', (_, marked) => {
    expect(labels(marked)).toEqual([]);
  });

  it('has no keywords where none can be', () => {
    expect(labels('{{ $value | ‸ }}')).not.toContain('if');
    expect(labels('{{ ‸ }}')).not.toContain('end');
    expect(labels('{{ ‸ }}')).not.toContain('break');
    expect(labels('{{ range $labels }}{{ ‸ }}{{ end }}')).toContain('break');
    expect(labels('{{ if 1 }}{{ ‸ }}{{ end }}')).not.toContain('define');
    expect(labels('{{ if 1 }}{{ else }}{{ ‸ }}{{ end }}')).not.toContain('else');
  });

  it('has no variables of other blocks', () => {
    expect(labels('{{ if 1 }}{{ $x := 1 }}{{ end }}{{ ‸ }}')).not.toContain('$x');
    expect(labels('{{ define "a" }}{{ ‸ }}{{ end }}')).not.toContain('$value');
  });

  it('has no functions newer than the target version', () => {
    const { text, offset } = atCursor('{{ ‸ }}');
    const names = completeTemplate(parsed(text, [3, 5]), offset, { labels: [] }).map(({ label }) => label);
    expect(names).toContain('query');
    expect(names).not.toContain('now');
  });

  it('documents functions', () => {
    const humanize = complete('{{ $value | ‸ }}').suggestions.find(({ label }) => label === 'humanize');
    const { documentation } = humanize ?? {};
    expect(typeof documentation === 'function' && documentation()).toContain('metric prefix');
  });
});

describe('what is written', () => {
  it.each([
    ['{{ hum‸ }}', 'humanize', '{{ humanize }}'],
    ['{{‸}}', '$value', '{{ $value }}'],
    ['{{ $va‸l }}', '$value', '{{ $value }}'],
    ['{{ $labels.in‸st }} x', 'instance', '{{ $labels.instance }} x'],
    ['{{ $labels.‸ }}', 'service.name', '{{ (index $labels "service.name") }}'],
    ['{{ .Labels.‸ | toUpper }}', 'service.name', '{{ (index .Labels "service.name") | toUpper }}'],
    ['{{ if 1 }}a{{ ‸', 'end', '{{ if 1 }}a{{ end }}'],
    ['{{ if 1 }}a{{ ‸ }} b', 'end', '{{ if 1 }}a{{ end }} b'],
    ['{{ index $labels "i‸" }}', 'instance', '{{ index $labels "instance" }}'],
    ['a {‸} b', '{{ $value }}', 'a {{ $value }} b'],
    ['a ‸', '{{ $labels.job }}', 'a {{ $labels.job }}'],
    ['a ‸', '{{ index $labels "service.name" }}', 'a {{ index $labels "service.name" }}'],
    ['a ‸', '{{ if … }}…{{ end }}', 'a {{ if ${1:.} }}$2{{ end }}$0'],
  ])('%s + %s', (marked, label, expected) => {
    expect(accepted(marked, label)).toBe(expected);
  });
});

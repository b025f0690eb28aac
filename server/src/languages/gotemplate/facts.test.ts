import { describe, expect, it } from 'vitest';
import { alertmanagerTemplates } from './alertmanager';
import { templateFacts } from './facts';
import { templateFindings, unusedTemplates } from './findings';
import { symbolAt } from './occurrences';
import { parseTemplate } from './parse';
import { templateFolds } from './structure';
import { atCursor, mark, unmark } from './testing';
import { typeName } from './types';
import type { TemplateResult } from './ast';

function parsed(text: string): TemplateResult {
  return parseTemplate(text, alertmanagerTemplates([0, 34]), 'file.tmpl');
}

describe('facts', () => {
  const text = [
    '{{ define "a" }}{{ template "b" .Alerts }}{{ end }}',
    '{{ define "b" }}{{ range . }}{{ .Labels }}{{ end }}{{ end }}',
    '{{ block "c" . }} {{ end }}',
    '{{ define "empty" }} {{/* nothing */}} {{ end }}',
  ].join('\n');

  it('say what is defined, with what it takes', () => {
    const { defined } = templateFacts(parsed(text));
    expect(defined.map(({ name, keyword, takes, empty }) => [name, keyword, typeName(takes), empty])).toEqual(
      [
        ['a', 'define', 'notification', false],
        ['b', 'define', 'list of alerts', false],
        ['c', 'block', 'notification', true],
        ['empty', 'define', 'notification', true],
      ],
    );
  });

  it('say what is called, from where and with what', () => {
    const { used } = templateFacts(parsed(text));
    expect(used.map(({ name, gives, within }) => [name, typeName(gives), within])).toEqual([
      ['b', 'list of alerts', 'a'],
      ['c', 'notification', undefined],
    ]);
  });

  it('give hints about what nothing uses', () => {
    const facts = templateFacts(parsed(text));
    const unused = unusedTemplates(facts, (name) => name === 'a' || name === 'b');
    expect(unused.map(({ message, severity, tag }) => [message, severity, tag])).toEqual([
      ['no template or configuration of the workspace uses "empty"', 'hint', 'unnecessary'],
    ]);
  });
});

describe('findings', () => {
  it.each([
    ['load', '{{ foo }}', 'error', 'unknown function foo'],
    ['send', '{{ foo }}', 'warning', 'unknown function foo (the notification fails when it is sent)'],
    [
      'load',
      '{{ .Foo.Bar }}',
      'warning',
      expect.stringMatching(/^notification has no field Foo.*when it is sent\)$/) as string,
    ],
  ] as const)('at %s of %s', (stage, text, severity, message) => {
    expect(templateFindings(parsed(text), stage)).toMatchObject([{ severity, message }]);
  });
});

describe('symbols', () => {
  it.each([
    ['{{ define "«a»" }}{{ end }}{{ template "‸«a»" . }}{{ template "b" }}', 'template'],
    ['{{ block "«a‸»" . }}{{ end }}{{ template `«a»` . }}', 'template'],
    ['{{ «$x» := 1 }}{{ if 1 }}{{ «$x‸» = 2 }}{{ $x := 3 }}{{ $x }}{{ end }}{{ «$x» }}', 'variable'],
    ['{{ $x := 1 }}{{ range «$x‸» := .Alerts }}{{ «$x».Status }}{{ end }}{{ $x }}', 'variable'],
    ['{{ range $i, «$a» := .Alerts }}{{ $i }}{{ «$a‸» }}{{ end }}', 'variable'],
  ])('%s', (marked, kind) => {
    const { text: withMarks, offset: inMarks } = atCursor(marked);
    const { text } = unmark(withMarks);
    const offset = inMarks - (withMarks.slice(0, inMarks).match(/[«»]/g) ?? []).length;
    const symbol = symbolAt(parsed(text), offset);
    expect(symbol?.kind).toBe(kind);
    expect(mark(text, symbol?.occurrences ?? [])).toBe(withMarks);
  });

  it.each(['{{ "a‸" }}', '{{ $‸ }}', '{{ .Status‸ }}', 'te‸xt'])('%s has none', (marked) => {
    const { text, offset } = atCursor(marked);
    expect(symbolAt(parsed(text), offset)).toBeUndefined();
  });
});

describe('folding', () => {
  it.each([
    '«{{ define "a" }}«{{ if 1 }}b»«{{ else }}c»{{ end }}»{{ end }}',
    '«{{/* c */}}» «{{ range . }}»{{ end }}',
  ])('%s folds', (marked) => {
    const { text } = unmark(marked);
    expect(mark(text, templateFolds(parsed(text)))).toBe(marked);
  });
});

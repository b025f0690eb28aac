import { expect, it } from 'vitest';
import { loadGrammar, scopesAtMark } from './tokens';

const grammar = await loadGrammar('text.alertmanager-template');

it.each([
  ['{{ ‸define "a" }}', 'keyword.control.gotemplate'],
  ['{{ define "‸a" }}', 'string.quoted.double.gotemplate'],
  ['{{ range .‸Alerts }}', 'variable.other.property.gotemplate'],
  ['{{ $‸x := .Status | toUpper }}', 'variable.other.gotemplate'],
  ['{{ .Status | ‸toUpper }}', 'support.function.gotemplate'],
  ['{{/* ‸why */}}', 'comment.block.gotemplate'],
])('colours %s', (marked, scope) => {
  expect(scopesAtMark(grammar, marked)).toContain(scope);
});

it('leaves the text between actions alone', () => {
  expect(scopesAtMark(grammar, '{{ define "a" }}range ‸of alerts{{ end }}')).toEqual([]);
});

import { expect, it } from 'vitest';
import { parsed } from './testing';
import { templateTokens } from './tokens';

it('colours what stands in actions', () => {
  const text = 'x {{/* c */}}{{ if $x := .A.b }}{{ $x | printf "%d" 1 \'a\' `r` true nil (.) }}{{ end }}';
  const tokens = templateTokens(parsed(text));
  expect(
    tokens.map(({ span, type, modifiers = [] }) =>
      [text.slice(span.from, span.to), type, ...modifiers].join(' '),
    ),
  ).toEqual([
    '{{/* c */}} comment',
    'if keyword',
    '$x variable declaration',
    ':= operator',
    'A property',
    'b property',
    '$x variable',
    '| operator',
    'printf function',
    '"%d" string',
    '1 number',
    "'a' number",
    '`r` string',
    'true keyword',
    'nil keyword',
    '. variable',
    'end keyword',
  ]);
});

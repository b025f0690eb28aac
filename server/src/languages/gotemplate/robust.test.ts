import { describe, expect, it } from 'vitest';
import { completeTemplate } from './complete';
import { hoverTemplate } from './hover';
import { lintTemplate } from './lint';
import { labelReferences, queryCalls } from './references';
import { parsed } from './testing';
import { templateTokens } from './tokens';

const SIZE = 200_000;
const fill = (part: string): string => part.repeat(Math.ceil(SIZE / part.length));
const numbered = (part: (index: number) => string): string =>
  Array.from({ length: SIZE / 20 }, (_, i) => part(i)).join('');

/** Everything that is asked of a template. */
function askAll(text: string): void {
  const result = parsed(text);
  lintTemplate(result);
  labelReferences(result);
  queryCalls(result);
  templateTokens(result);
  for (const offset of [0, text.length >> 1, text.length]) {
    hoverTemplate(result, offset);
    completeTemplate(result, offset, { labels: ['a'] });
  }
}

// Each would take minutes or overflow the stack if anything were quadratic or recursive.
describe('large and broken input', () => {
  it.each(
    Object.entries({
      openings: fill('{{ '),
      'words without an end': fill('{{ x '),
      'nested parentheses': `{{ ${'('.repeat(SIZE)}1${')'.repeat(SIZE)} }}`,
      'nested blocks': fill('{{if .}}') + fill('{{end}}'),
      'a long else chain': `{{if .}}${fill('{{else if .}}x')}{{end}}`,
      'comments without an end': fill('{{/*'),
      'misplaced comments': fill('{{ /*'),
      'strings without an end': fill('{{"'),
      'escaped quotes': fill('{{\\"'),
      'raw strings': fill('{{`\\`"'),
      'a long chain of fields': `{{ .a${fill('.a')} }}`,
      'a long pipeline': `{{ 1${fill(' | print')} }}`,
      'many arguments': `{{ print${fill(' 1')} }}`,
      'many variables': numbered((i) => `{{$x${i} := 1}}{{$x${i}}}`),
      'variables around many blocks': numbered((i) => `{{$x${i} := 1}}`) + fill('{{if 1}}{{end}}'),
      'many variables and as many unknown ones': numbered((i) => `{{$x${i} := 1}}{{ $unknown }}`),
      'many faults in one action': `{{ ${fill('$a ')}{ }}`,
      'many definitions': numbered((i) => `{{define "a${i}"}}x{{end}}`),
      'a long word': `{{ ${fill('a')} }}`,
      'a long number': `{{ ${fill('1')} }}`,
      'a long string of escapes': `{{ "${fill('\\n')}" }}`,
      'a long format': `{{ printf "${fill('%s')}" 1 }}`,
      'unknown functions': fill('{{ foobar }}'),
      'dashed fields': fill('{{ .a-b-'),
    }),
  )('%s', (_, text) => {
    askAll(text);
  });
});

describe('independence', () => {
  const parts = [
    '{{ $labels.a }}',
    'x',
    '{{ foo }}',
    '{{ if 1 }}a{{ end }}',
    '{{ $x }}',
    '{{ 1.x }}',
    '{{ "\\q" }}',
    '{{ /* c */ }}',
    '{{ print 1) }}',
  ];
  it('judges each part of a text as if it stood alone', () => {
    const text = parts.join(' ');
    let offset = 0;
    const apart = parts.flatMap((part) => {
      const from = offset;
      offset += part.length + 1;
      return parsed(part).faults.map(({ code, span }) => ({
        code,
        from: from + span.from,
        to: from + span.to,
      }));
    });
    expect(parsed(text).faults.map(({ code, span }) => ({ code, ...span }))).toEqual(apart);
  });
});

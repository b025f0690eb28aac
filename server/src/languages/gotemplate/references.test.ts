import { describe, expect, it } from 'vitest';
import { labelReferences, queryCalls } from './references';
import { mark, parsed, unmark } from './testing';

describe('labelReferences', () => {
  it.each([
    '{{ $labels.«instance» }} and {{ .Labels.«job» }}',
    '{{ index $labels «"service.name"» }} {{ index .Labels «`a`» }}',
    '{{ $.Labels.«a» }}{{ with $labels }}{{ .«b» }}{{ end }}',
    '{{ $l := $labels }}{{ $l.«a» }}',
    '{{ range query "up" }}{{ .Labels.instance }}{{ $labels.«job» }}{{ end }}',
    '{{ $externalLabels.cluster }}{{ $value }} $labels.x',
    '{{ if eq $labels.«a» "b" }}{{ (printf "%s" $labels.«c») | toUpper }}{{ end }}',
  ])('%s', (marked) => {
    const { text } = unmark(marked);
    const references = labelReferences(parsed(text));
    expect(
      mark(
        text,
        references.map(({ span }) => span),
      ),
    ).toBe(marked);
    expect(references.map(({ label }) => label)).toEqual(
      references.map(({ span }) => text.slice(span.from, span.to).replace(/["`]/g, '')),
    );
  });
});

describe('queryCalls', () => {
  it.each([
    ['{{ range query «"up == 0"» }}{{ end }}', ['up == 0']],
    ['{{ «"up"» | query }} {{ query («`a{b="c"}`») }}', ['up', 'a{b="c"}']],
    ['{{ query «"a{b=\\"c\\"}"» | first | value }}', ['a{b="c"}']],
    ['{{ printf «"a{b=\'%s\'} %% 2"» $labels.b | query }}', ["a{b='%s'} % 2"]],
    ['{{ query (printf «"rate(x[%s])"» "5m") }}', ['rate(x[%s])']],
    ['{{ graphLink «"up"» }}{{ tableLink «"down"» }}', ['up', 'down']],
    ['{{ query $labels.expr }} {{ printf "a" | toUpper | query }} {{ print "up" | query }}', []],
  ])('%s', (marked, expected) => {
    const { text } = unmark(marked);
    const calls = queryCalls(parsed(text));
    expect(
      mark(
        text,
        calls.map(({ span }) => span),
      ),
    ).toBe(marked);
    expect(calls.map(({ region }) => region.text)).toEqual(expected);
  });

  const text = '{{ query "a{b=\\"c\\"} > 1" }} {{ printf "x %% \'%s\'" 1 | query }} {{ query `up` }}';
  const [escaped, format, raw] = queryCalls(parsed(text)).map(({ region }) => region);

  it('maps both ways through escapes', () => {
    const from = escaped!.map.toHost(escaped!.text.indexOf('c'));
    expect(text.slice(from, from + 3)).toBe('c\\"');
    expect(escaped!.map.toFragment(text.indexOf('> 1'))).toBe(escaped!.text.indexOf('> 1'));
    const to = format!.map.toHost(format!.text.indexOf("'"));
    expect(text.slice(to, to + 4)).toBe("'%s'");
    expect(format!.holes?.map(({ from: a, to: b }) => format!.text.slice(a, b))).toEqual(['%s']);
  });

  it('escapes edits', () => {
    const edit = { span: { from: 2, to: 6 }, newText: 'd="e"' };
    const [encoded] = escaped!.encode([edit]) as { span: { from: number; to: number }; newText: string }[];
    expect(encoded?.newText).toBe('d=\\"e\\"');
    expect(text.slice(encoded!.span.from, encoded!.span.to)).toBe('b=\\"c');
    expect(format!.encode([{ span: { from: 0, to: 1 }, newText: 'y % z' }])).toMatchObject([
      { newText: 'y %% z' },
    ]);
  });

  it('refuses edits that a literal cannot hold', () => {
    expect(raw!.encode([{ span: { from: 0, to: 0 }, newText: '`' }])).toHaveProperty('refused');
    const hole = format!.holes![0]!;
    expect(format!.encode([{ span: { from: hole.from, to: hole.to }, newText: 'x' }])).toHaveProperty(
      'refused',
    );
  });
});

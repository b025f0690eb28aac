import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DIALECT, parse } from '../../languages/promql/parse';
import { applyEdits } from '../../languages/yaml/edits';
import type { HostedText } from '../hosts/host';
import { mayHoldPromql, readMarkdown } from './read';

function textsIn(text: string): readonly HostedText[] {
  return readMarkdown(text, { dialect: DEFAULT_DIALECT, nameValidation: 'utf8' }).texts;
}

function contents(text: string): string[] {
  return textsIn(text).map(({ region }) => region.text);
}

describe('fences', () => {
  it.each([
    ['a fence', '# T\n\n```promql\nup\n```\n\ntext', ['up']],
    ['tildes', '~~~ promql\nup\n~~~', ['up']],
    ['a title', '```promql title="a b" linenums="0"\nup\n```', ['up']],
    [
      'an attribute',
      '```{.promql .wide}\nup\n```\n```promql,ignore\ndown\n```\n``` PromQL {1}\nx\n```',
      ['up', 'down', 'x'],
    ],
    ['a longer fence around a shorter one', '````promql\nup # ```\n```\n````', ['up # ```\n', '```']],
    ['line breaks of Windows', '```promql\r\nup\r\n  + x\r\n```\r\n', ['up\r\n  + x']],
    ['the end of the page', '```promql\nup', ['up']],
    ['nothing in it', '```promql\n```', ['']],
    ['a list', '- item\n\n  ```promql\n  sum(\n    up\n  )\n  ```\n- next', ['sum(\n  up\n)']],
    ['a list whose marks stand in front', '1. - ```promql\n     up\n     ```\n', ['up']],
    ['a list that ends first', '   - ```promql\n     up\nnext\n```sh\nls\n```', ['up']],
    ['tabs', '-\tx\n\n\t```promql\n\tup\n\t  + x\n\t```', ['up\n  + x']],
    ['a quote', '> ```promql\n> sum(\n>   up)\n> ```\n', ['sum(\n  up)']],
    ['a quote without blanks', '>>```promql\n>>up\n>>```', ['up']],
    ['a quote that ends first', '> ```promql\n> up\ntext\n\n```promql\nx\n```', ['up', 'x']],
    ['a list in a quote', '> 1. ```promql\n>    up\n>    ```', ['up']],
  ])('with %s', (_, text, expected) => {
    expect(contents(text)).toEqual(expected);
  });

  it.each([
    ['of another language', '```yaml\nup\n```\n```\nup\n```\n```promqlx\nup\n```\n```promql-x\nup\n```'],
    ['that are code in a line', '```promql up```'],
    ['in a fence', '````md\n```promql\nup\n```\n````'],
    ['that hold rules', '```promql\n- alert: A\n  expr: up == 0\n```\n```promql\nrecord: a:b\nexpr: up\n```'],
    [
      'that hold the signature of a function',
      '```promql\ninfo(v instant-vector, [selector instant-vector])\n```',
    ],
  ])('give nothing %s', (_, text) => {
    expect(contents(text)).toEqual([]);
  });

  it('are illustrations', () => {
    expect(textsIn('```promql\nup(\n```')).toMatchObject([{ severity: 'warning', by: { kind: 'document' } }]);
    expect(textsIn('```promql\n\n```')).toMatchObject([{ severity: 'none' }]);
  });
});

describe('several expressions', () => {
  it.each([
    ['at blank lines', ['up\n\n', 'sum(\n  x\n)\n\n', '(a / b)']],
    ['at comments', ['# one\nup\n', '# two\n(a / b)\n', '# three\nx # four']],
    ['at lines', ['up\n', 'sum(x)\n', '# two\nrate(x[5m])']],
    ['at lines, the broken one last', ['up\n\n', 'sum(x']],
    ['that need a feature', ['info(up)\n\n', 'info(x)']],
  ])('are told apart %s', (_, parts) => {
    const text = `\`\`\`promql\n${parts.join('')}\n\`\`\``;
    expect(contents(text)).toEqual(parts);
    const places = textsIn(text).map(({ extent }) => text.slice(extent.from, extent.to));
    expect(places).toEqual(parts);
  });

  it.each([
    ['one with blank lines', 'sum(a)\n\n/ # per\n\nsum(b)'],
    ['one that is broken', 'sum by (job) (\n\n  rate(foo[5m)\n)'],
    ['one that is broken at its end', 'sum(a)\n\n/ sum(b'],
    ['a list too long to look at', 'a\n'.repeat(20_000).trimEnd()],
  ])('are not seen in %s', (_, text) => {
    expect(contents(`\`\`\`promql\n${text}\n\`\`\``)).toEqual([text]);
  });
});

describe('what is left out', () => {
  it.each([
    'rate(<your metric>[5m]) > 5',
    'up{...}',
    'up{job="a", …}',
    'sum(...) / sum(…)',
    'rate(foo{job="$job"}[$__rate_interval])',
    'up{job="{{ job }}"} < <threshold>',
    '$ up == 1',
  ])('is no fault: %s', (text) => {
    const [hosted] = textsIn(`\`\`\`promql\n${text}\n\`\`\``);
    expect(parse(hosted?.region.text ?? '', { holes: hosted?.region.holes }).faults).toEqual([]);
    expect(hosted?.region.holes).not.toEqual([]);
  });

  it.each(['a <b', 'a < b > c', 'a[5m] offset 1.5'])('is nothing in %s', (text) => {
    expect(textsIn(`\`\`\`promql\n${text}\n\`\`\``)[0]?.region).not.toHaveProperty('holes');
  });
});

describe('the map', () => {
  const prefixes = fc.constantFrom('', '   ', '> ', '> > ', '      ', '>  ', '>   > ');
  const content = fc.array(fc.constantFrom('up', ' + ', '\n', '\n  ', '# é😀'), {
    minLength: 1,
    maxLength: 12,
  });

  it('goes there and back, and edits read as what was wanted', () => {
    fc.assert(
      fc.property(prefixes, content, fc.nat(), fc.nat(6), content, (prefix, parts, at, length, inserted) => {
        const page = (code: string) =>
          `${prefix}\`\`\`promql\n${code}\n\`\`\``.replaceAll('\n', `\n${prefix}`);
        const text = page(parts.join(''));
        const [hosted] = textsIn(text);
        // Taken apart into several, it has its lines elsewhere.
        fc.pre(hosted?.region.text === parts.join(''));
        const { map, text: fragment } = hosted.region;
        for (let offset = 0; offset <= fragment.length; offset++) {
          expect(map.toFragment(map.toHost(offset))).toBe(offset);
        }
        const from = at % (fragment.length + 1);
        const span = { from, to: Math.min(fragment.length, from + length) };
        const edit = { span, newText: inserted.join('') };
        const edits = hosted.region.encode([edit]);
        expect(Array.isArray(edits) && applyEdits(text, edits)).toBe(page(applyEdits(fragment, [edit])));
      }),
    );
  });
});

describe('pages without PromQL', () => {
  it('are told by one look', () => {
    expect(mayHoldPromql('# T\n```yaml\nup: 1\n```')).toBe(false);
    expect(mayHoldPromql('``` PromQL')).toBe(true);
  });

  it('are read, whatever is in them', () => {
    const part = fc.constantFrom('```', '~~~', 'promql', '\n', '> ', '- ', '  ', 'up', '\t', '1. ', '\r');
    fc.assert(fc.property(fc.array(part), (parts) => Array.isArray(textsIn(parts.join('')))));
  });
});

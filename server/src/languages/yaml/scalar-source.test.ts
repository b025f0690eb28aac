import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../text/finding';
import { applyEdits } from './edits';
import type { ScalarNode, YamlNode } from './nodes';
import { parseYaml } from './parse';
import { scalarRegion } from './scalar-source';

/** The scalars of a text that is accepted, in order; nothing if it is refused. */
function scalarsOf(text: string): ScalarNode[] | undefined {
  const [document, second] = parseYaml(text);
  if (document?.root === undefined || document.faults.length > 0 || second !== undefined) return undefined;
  const found: ScalarNode[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'scalar') found.push(node);
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind === 'mapping') {
      for (const { key, value } of node.pairs) {
        visit(key);
        visit(value);
      }
    }
  };
  visit(document.root);
  return found;
}

const pick = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const pieces = (...values: string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...values), { maxLength: 12 }).map((parts) => parts.join(''));

const words = ['a', 'sum', 'é', '😀', '{x="y"}', "'", '"', '#', ':', '-', '[', ',', '0'];
const lineBreaks = ['\n', '\n\n', '\n\n\n', '\u2028', '\u0085'];
const flow = {
  plain: pieces(...words, ' ', '  ', '\t', ...lineBreaks.map((b) => `${b}   `)),
  single: pieces(
    ...words.map((w) => w.replaceAll("'", "''")),
    ' ',
    '\t',
    ...lineBreaks.map((b) => ` ${b}   `),
    '\\n',
  ).map((s) => `'${s}'`),
  double: pieces(
    ...words.map((w) => w.replaceAll('"', '\\"')),
    ...['\\n', '\\\\', '\\x41', '\\u00e9', '\\U0001F600', '\\t', ' ', '\\ ', '\\\n   ', '\\\n\n  ', '\t'],
    ...lineBreaks.map((b) => ` ${b}   `),
  ).map((s) => `"${s}"`),
};
const block = fc
  .tuple(
    pick('|', '>'),
    pick('', '-', '+', '2', '-2', '2+'),
    pick('', ' # note', '  '),
    fc.array(pick('a', 'b c', ' d', '\te', '', '  f "g"', 'é😀', '# h', '-'), { maxLength: 6 }),
    pick('', '\n', '\n\n', '\n  \n'),
  )
  .map(([style, indicators, comment, lines, end]) => {
    return `${style}${indicators}${comment}\n${lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n')}${end}`;
  });

const places: fc.Arbitrary<(scalar: string) => string> = pick(
  (s: string) => `  z: 1\n  k: ${s}`,
  (s: string) => `- z\n- ${s}`,
  (s: string) => `- k: ${s}\n  z: 1`,
  (s: string) => `- k: ${s} # note\n  z: 1`,
  (s: string) => `  {k: ${s}, z: 1}`,
  (s: string) => `  [z, ${s}, z]\n`,
  (s: string) => `  z: 1\n  ${s}: z`,
);
const withBreaks = (text: string, lineBreak: string): string => text.replaceAll('\n', lineBreak);
const sources = fc
  .tuple(fc.oneof(flow.plain, flow.single, flow.double, block), places, pick('\n', '\r\n', '\r'))
  .map(([scalar, place, lineBreak]) => withBreaks(place(scalar), lineBreak))
  .filter((text) => scalarsOf(text) !== undefined);

const newTexts = pieces(...words, ' ', '\n', '\n', '\t', '\\', ': ', ' #', '\x07', '\u2028', 'null', '&');

function editsOf(length: number, cuts: readonly number[], texts: readonly string[]): TextEdit[] {
  const ends = cuts.map((cut) => cut % (length + 1)).sort((a, b) => a - b);
  return texts.flatMap((newText, i) => {
    const from = ends[2 * i];
    const to = ends[2 * i + 1];
    return from === undefined || to === undefined ? [] : [{ span: { from, to }, newText }];
  });
}

/** The text after the value of `k` was edited: what the marks are around becomes `newText`. */
function edited(marks: string, newText: string): string {
  const text = marks.replace(/[«»]/g, '');
  const from = marks.indexOf('«');
  const to = marks.indexOf('»') - 1;
  const nodes = scalarsOf(text) ?? [];
  const node = nodes[nodes.findIndex(({ value }) => value === 'k') + 1]!;
  const region = scalarRegion(text, node);
  const span = { from: region.map.toFragment(from), to: region.map.toFragment(to) };
  const edits = region.encode([{ span, newText }]);
  return Array.isArray(edits) ? applyEdits(text, edits) : `refused: ${edits.refused}`;
}

describe('scalarRegion.encode', () => {
  it.each([
    ['k: «up» == 0 # c', 'down', 'k: down == 0 # c'],
    ['k: «up» == 0 # c', 'a: b', "k: 'a: b == 0' # c"],
    ['k: up«»', ' # no comment', "k: 'up # no comment'"],
    ['k: up«»', "'s # x", 'k: "up\'s # x"'],
    ['k: «up»', '{}', "k: '{}'"],
    ['k: «up»', 'null', "k: 'null'"],
    ['k: «up»', '5', "k: '5'"],
    ['k: «5»', '6', 'k: 6'],
    ['k: «up»', '', "k: ''"],
    ['k: up«»', '\nx', 'k: "up\\nx"'],
    ['{k: «up»}', 'a,b', "{k: 'a,b'}"],
    ['{k: «up»}', 'a-b', '{k: a-b}'],
    ['k: a\n  «b»\n  c', 'd', 'k: a\n  d\n  c'],
    ['k: a«\n  »b', '-', 'k: a-b'],
    ['k:«»\nl: m', 'up', 'k: up\nl: m'],
    ["k: 'a «b» c'", "'", "k: 'a '' c'"],
    ["k: 'a «b» c'", '\n', 'k: "a \\n c"'],
    ['k: "a «b» c"', '"\\\n\x07', 'k: "a \\"\\\\\\n\\x07 c"'],
    ['k: "a \\\n  «b»"', 'c', 'k: "a \\\n  c"'],
    ['k: |\n  a\n  «b»\n  c\nl: m', 'd\ne', 'k: |\n  a\n  d\n  e\n  c\nl: m'],
    ['k: |\n  a\n«»l: m', 'b\n', 'k: |\n  a\n  b\nl: m'],
    ['k: |\n  a«\n»l: m', '', 'k: |-\n  a\nl: m'],
    ['k: |-\n  a«»\n\nl: m', '\nb', 'k: |-\n  a\n  b\n\nl: m'],
    ['k: | # c\n  a«»\nl: m', '\n\nb\n\n', 'k: |+ # c\n  a\n\n  b\n\n\nl: m'],
    ['k: |\r\n  «a»\r\nl: m', 'b\nc', 'k: |\r\n  b\r\n  c\r\nl: m'],
    ['k: >\n  a\n  «b»\n  c\n', 'd', 'k: >\n  a\n  d\n  c\n'],
    ['k: >-\n  a\n  «b» c\n', 'd\ne', 'k: >-\n  a d\n\n  e c\n'],
    ['k: >-\n  «a»\n', 'b(\n  c\n)', 'k: >-\n  b(\n    c\n  )\n'],
    ['k: |\n  «a»\n', '\x07', "refused: a literal block scalar can't hold this text here"],
    ['k: |\n  «a»\n', ' b', "refused: a literal block scalar can't hold this text here"],
    ['k: «up»', '\ud83d', 'refused: the text holds half of a character'],
  ])('%j with %j → %j', (marks, newText, expected) => {
    expect(edited(marks, newText)).toBe(expected);
  });

  it('refuses edits that overlap', () => {
    const text = 'k: abc';
    const region = scalarRegion(text, scalarsOf(text)![1]!);
    const edit = (from: number, to: number): TextEdit => ({ span: { from, to }, newText: 'x' });
    expect(region.encode([edit(0, 2), edit(1, 3)])).toEqual({ refused: 'the edits overlap' });
    expect(region.encode([edit(2, 3), edit(0, 1)])).toHaveLength(2);
  });
});

describe('scalarRegion', () => {
  it('reads the value that the parser read', () => {
    fc.assert(
      fc.property(sources, (text) => {
        for (const node of scalarsOf(text) ?? []) expect(scalarRegion(text, node).text).toBe(node.value);
      }),
      { numRuns: 2000 },
    );
  });

  it('maps every character of the value into the source, in order, and back', () => {
    fc.assert(
      fc.property(sources, (text) => {
        for (const node of scalarsOf(text) ?? []) {
          const { text: value, map } = scalarRegion(text, node);
          let last = node.span.from;
          for (let i = 0; i < value.length; i++) {
            if (/[\udc00-\udfff]/.test(value.charAt(i))) continue;
            const from = map.toHost(i, 'start');
            const to = map.toHost(i + 1, 'end');
            expect(from).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(from);
            expect(map.toFragment(from)).toBe(i);
            if (to === from + 1 && !/\s/.test(value.charAt(i)))
              expect(text.charAt(from)).toBe(value.charAt(i));
            last = from;
          }
          expect(map.toHost(value.length, 'end')).toBeLessThanOrEqual(node.block?.tail ?? node.span.to);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('encodes edits so that the file then has the edited value, and nothing else changed', () => {
    let encoded = 0;
    fc.assert(
      fc.property(
        sources,
        fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
        fc.array(newTexts, { minLength: 1, maxLength: 3 }),
        (text, cuts, texts) => {
          const nodes = scalarsOf(text) ?? [];
          nodes.forEach((node, index) => {
            const region = scalarRegion(text, node);
            const edits = editsOf(region.text.length, cuts, texts);
            const inHost = region.encode(edits);
            if (!Array.isArray(inHost)) return;
            encoded++;
            const after = scalarsOf(applyEdits(text, inHost));
            const expected = nodes.map(({ value }, i) => (i === index ? applyEdits(value, edits) : value));
            expect(after?.map(({ value }) => value)).toEqual(expected);
          });
        },
      ),
      { numRuns: 3000 },
    );
    expect(encoded).toBeGreaterThan(1000);
  });
});

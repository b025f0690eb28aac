import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../server/src/languages/yaml/parse';
import { checkRules } from './promtool';
import { pick, seededRandom, type Random } from './seeded-random';

/** The same texts are YAML for us as for go-yaml, which promtool reads them with; whether they are rules doesn't matter. */

const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 1000);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_124);
const PART = 250;

const corpusFolder = new URL('../corpus/rules/', import.meta.url);
const corpus = readdirSync(corpusFolder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => readFileSync(new URL(name, corpusFolder), 'utf8'));

/** Short texts with everything that YAML has. */
const snippets = [
  'a: 1\nb:\n  - x\n  - y: z\n    w: "q\\tq"\nc: |\n  foo\n   bar\n\n  baz\nd: >-\n  a\n  b\n\n  c\n',
  "? a\n: b\n? [x, y]\n: {z: 1, 'q r': [a: b, ? c]}\n",
  '- &x a\n- *x\n- !!str 5\n- - - q\n  - z\n-\n  k: v\n',
  "k: \"multi\n  line \\\n  text\n\n  end\"\nl: 'it''s\n\n  ok'\nm: plain\n  text\n\n  more # c\n# c2\n\t# c3\nn: {a: [1, 2,], b: {}}\n",
  '%YAML 1.1\n%TAG !e! tag:e,2000:\n---\n!e!x {a: !!int 1}\n...\n---\nb: [\n',
  'x: |+2 # c\n    a\n\n\ny: >1\n  f\n g\n h\n\n\n',
  'a: &m {b: c}\nd:\n  <<: *m\n  e: "\\x41\\u00e9\\U0001F600\\e\\_"\n',
];

/** What mutations put in: everything that means something to YAML. */
const pieces = [
  ...['\t', ' ', '  ', '\n', '\r\n', '\r', '\n\n', '\n  ', '\n    ', '\n\t', '\u0085', '\u2028', '\u2029'],
  ...[':', ': ', '- ', '-', '? ', '?', '"', "'", "''", '""', '|', '>', '|-\n', '>+2\n', '|0\n', '> x\n'],
  ...['[', ']', '{', '}', ',', ', ', '#', ' #', '\n #c\n', '\n\t#c\n', '@', '`', '%', '~', 'null', 'a: b'],
  ...['&a ', '*a', '*a ', '&a', '!', '!!str ', '!foo ', '!<x> ', '!e!x ', '<<: *a\n'],
  ...['%YAML 1.1\n', '%YAML 1.2\n', '%TAG ! x\n', '---\n', '...\n', '---', '...', '\n---\n', '\n...\n'],
  ...[
    '\\',
    '\\n',
    '\\/',
    '\\x41',
    '\\xg',
    '\\u00e9',
    '\\ud83d',
    '\\\n',
    '\u007f',
    '\u0001',
    '\ufeff',
    '\uffff',
  ],
  ...['😀', 'é', 'x'.repeat(1030)],
];

type Mutation = (text: string, random: Random) => string;

const below = (random: Random, limit: number): number => Math.floor(random() * limit);

function changeLines(text: string, random: Random, change: (lines: string[], at: number) => void): string {
  const lines = text.split('\n');
  change(lines, below(random, lines.length));
  return lines.join('\n');
}

const mutations: readonly Mutation[] = [
  (text, random) => {
    const at = below(random, text.length);
    return text.slice(0, at) + text.slice(at + 1 + below(random, 3));
  },
  (text, random) => {
    const at = below(random, text.length + 1);
    return text.slice(0, at) + pick(random, pieces) + text.slice(at + below(random, 2) * below(random, 4));
  },
  (text, random) => {
    const at = below(random, text.length);
    return text.slice(0, at) + text.slice(at + below(random, 30));
  },
  (text, random) => changeLines(text, random, (lines, at) => lines.splice(at, 1)),
  (text, random) => changeLines(text, random, (lines, at) => lines.splice(at, 0, pick(random, lines))),
  (text, random) =>
    changeLines(text, random, (lines, at) => {
      const line = lines[at] ?? '';
      lines[at] = random() < 0.5 ? ' '.repeat(1 + below(random, 3)) + line : line.slice(below(random, 4));
    }),
  (text, random) =>
    changeLines(text, random, (lines, at) => {
      lines[at] = (lines[at] ?? '') + pick(random, pieces);
    }),
  (text, random) =>
    changeLines(text, random, (lines, at) => {
      lines[at] = (lines[at] ?? '').replace(/(: |- )/, (match) => match + pick(random, pieces));
    }),
];

function makeText(random: Random): string {
  let text = pick(random, snippets);
  if (random() < 0.5) {
    const lines = pick(random, corpus).split('\n');
    const start = random() < 0.5 ? 0 : below(random, lines.length);
    text = lines.slice(start, start + 4 + below(random, 20)).join('\n') + '\n';
  }
  const count = 1 + below(random, 3);
  for (let i = 0; i < count; i++) text = pick(random, mutations)(text, random);
  // A character cut in half can't be written to a file.
  return Buffer.from(text).toString();
}

/** What go-yaml finds only when it decodes. */
const decoding =
  /^yaml: (?:unmarshal errors|cannot decode|map merge|invalid map key|!!binary|document contains excessive|anchor '.*' value contains itself)/;

/** The reasons of promtool that are about the syntax of YAML. */
function syntaxReasons(message: string): string[] {
  return message.split('\n').filter((line) => line.startsWith('yaml: ') && !decoding.test(line));
}

const decodeCodes: ReadonlySet<string> = new Set(['yaml/self-alias', 'yaml/excessive-aliases']);

function ourReasons(text: string): string[] {
  const [document] = parseYaml(text, { firstDocumentOnly: true });
  return (document?.faults ?? []).filter(({ code }) => !decodeCodes.has(code)).map(({ message }) => message);
}

describe('go-yaml, by promtool', () => {
  const random = seededRandom(SEED);
  const texts = Array.from({ length: COUNT }, () => makeText(random));
  let refused = 0;
  for (let from = 0; from < COUNT; from += PART) {
    const part = texts.slice(from, from + PART);
    it(`gives the same verdict on texts ${from} to ${from + part.length - 1}`, () => {
      const verdicts = checkRules(part);
      const differences = part.flatMap((text, i) => {
        const theirs = syntaxReasons(verdicts[i]?.message ?? '');
        const ours = ourReasons(text);
        if (theirs.length > 0) refused++;
        return theirs.length > 0 === ours.length > 0 ? [] : [{ text, theirs, ours }];
      });
      expect(differences).toEqual([]);
    });
  }

  it('refuses a good part of the texts, and accepts a good part', () => {
    expect(refused / COUNT).toBeGreaterThan(0.2);
    expect(refused / COUNT).toBeLessThan(0.8);
  });

  it('reads every file of the corpus', () => {
    expect(corpus.flatMap(ourReasons)).toEqual([]);
  });
});

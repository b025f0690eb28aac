import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { YamlFault, YamlNode } from '../../languages/yaml/nodes';
import { parseYaml } from '../../languages/yaml/parse';
import { changeBetween } from '../../text/change';
import { hostSpan } from '../../text/region';
import type { Span } from '../../text/span';
import { TextBuffer } from '../../text/text-buffer';
import { CONFIG_JOINTS, configSurroundings, type ConfigScan } from '../alertmanager/line-scanner';
import type { PieceFormat } from './format';
import { IncrementalFile } from './incremental';
import type { ReadFile } from './slice';
import { edit, randomEdits, YAML_SIGNS } from './testing';

/** Reads nothing but YAML, and knows all of it: that pieces are read as the whole is, whatever is made of it. */
interface Leaf {
  readonly path: string;
  readonly text: string;
  readonly span: Span;
}

function leaves(node: YamlNode, path = ''): Leaf[] {
  switch (node.kind) {
    case 'scalar':
      return [{ path, text: node.value, span: node.span }];
    case 'alias':
      return [{ path, text: `*${node.name}`, span: node.span }];
    case 'sequence':
      return node.items.flatMap((item) => leaves(item, `${path}-`));
    case 'mapping':
      return node.pairs.flatMap(({ key, value }) => {
        const name = key.kind === 'scalar' ? key.value : '?';
        return [...leaves(key, `${path}.key`), ...leaves(value, `${path}.${name}`)];
      });
  }
}

const finding = ({ code, message, span }: YamlFault) => ({ code, message, span, severity: 'error' }) as const;

function read(text: string): ReadFile<readonly Leaf[]> {
  const [document] = parseYaml(text, { firstDocumentOnly: true, recover: true });
  const faults = document?.faults ?? [];
  const { root } = document ?? {};
  return { root, model: root ? leaves(root) : [], findings: faults.map(finding), broken: faults.length > 0 };
}

/** Empty values are left out: those of the keys in front of pieces have a value in the whole. */
const FORMAT: PieceFormat<ConfigScan, readonly Leaf[], readonly Leaf[]> = {
  joints: CONFIG_JOINTS,
  yaml: 'v3',
  surroundings: ({ last }) => configSurroundings(last),
  read,
  readModel: read,
  facts: ({ model }, _text, has) =>
    model.filter(({ span }) => span.to > span.from && has(span.from) && has(span.to)),
  together: () => {
    let known = 0;
    return {
      add: (facts, by) => (known += by * facts.length),
      findings: (pieces) => {
        const count = [...pieces].reduce((sum, { facts }) => sum + facts.length, 0);
        const message = `${known.toString()} of ${count.toString()}`;
        return [{ code: 'count', severity: 'hint', message, span: { from: 0, to: 0 } }];
      },
    };
  },
};

const FILE = `# about
global:
  resolve_timeout: 5m
route:
  receiver: 'a'
  routes:
    - matchers: [x="1",
        y="2"]
      routes:
        - receiver: b
      # deeper
    - receiver: "b
        c"
  group_by: [alertname]
receivers:
- name: a
  webhook_configs:
  - url: http://x
    text: |
      - {{ range .Alerts }}
# about b
- name: &b b
  slack_configs:
    - channel: '#x'
      title: >-
        {{ .Status }}: "x"
        y
inhibit_rules:
    - equal: [a]
    - {source_matchers: [a="b"], equal: [c]}
templates:
- t.tmpl
time_intervals:
  - name: t
`;

const EDITS = randomEdits([
  ...YAML_SIGNS,
  '*b',
  '>',
  '- name: n\n',
  '  - name: n\n',
  '    - receiver: n\n',
  '  routes:\n',
  'receivers:\n',
  'route:\n',
  '\nglob',
  '\n- x',
  '\n"k": v\n',
  '? k\n: v\n',
  '\nk: "',
  '<<: *b\n',
  '!!str ',
  '%YAML 1.1\n',
  '\uFEFF',
]);

const byPlace = (a: { span: Span }, b: { span: Span }) => a.span.from - b.span.from || a.span.to - b.span.to;

/** Everything that the units say, in offsets of the document. */
function said(file: IncrementalFile<ConfigScan, readonly Leaf[], readonly Leaf[]>) {
  const units = file.units().map(({ findings, facts, map }) => ({
    findings: findings.map((f) => ({ ...f, span: hostSpan(map, f.span) })),
    facts: facts.map((leaf) => ({ ...leaf, span: hostSpan(map, leaf.span) })),
  }));
  return {
    isCut: file.isCut,
    findings: units.flatMap(({ findings }) => findings).sort(byPlace),
    facts: units.flatMap(({ facts }) => facts).sort(byPlace),
    together: file.fileFindings(),
  };
}

describe('IncrementalFile', () => {
  it.each([
    ['\\n', FILE],
    ['\\r\\n', FILE.replaceAll('\n', '\r\n')],
  ])('says after edits what a new one says (%s)', (_, start) => {
    fc.assert(
      fc.property(EDITS, (list) => {
        const buffer = new TextBuffer(start);
        const file = new IncrementalFile(buffer, FORMAT);
        let text = start;
        for (const one of list) {
          const edited = edit(text, one);
          text = edited.text;
          buffer.replace(edited.change, one[2]);
          file.update(edited.change);
        }
        file.confirm();
        expect(said(file)).toEqual(said(new IncrementalFile(text, FORMAT)));
      }),
      { numRuns: 150 },
    );
  });

  it('says in pieces what a reading of the whole says', () => {
    fc.assert(
      fc.property(EDITS, (list) => {
        const text = list.reduce((current, one) => edit(current, one).text, FILE);
        const whole = read(text);
        const pieces = said(new IncrementalFile(text, FORMAT));
        // Faults of YAML are repaired by guess, and a piece may guess better. The verdict has to be the same.
        expect(pieces.findings.length > 0).toBe(whole.findings.length > 0);
        if (!whole.broken)
          expect(pieces.facts).toEqual([...FORMAT.facts(whole, text, () => true)].sort(byPlace));
      }),
      { numRuns: 400 },
    );
  });

  /** The file as it is after `before` was edited into `after`. */
  const edited = (before: string, after: string) => {
    const buffer = new TextBuffer(before);
    const file = new IncrementalFile(buffer, FORMAT);
    const change = changeBetween(before, after);
    if (change) buffer.replace(change, after.slice(change.from, change.newTo));
    return { file, changes: change && file.update(change) };
  };

  it('reports the units that an edit replaced, and no others', () => {
    const { changes } = edited(FILE, FILE.replace('http://x', 'http://xy'));
    const urls = (units: readonly { readonly facts: readonly Leaf[] }[] = []) =>
      units.flatMap(({ facts }) =>
        facts.filter(({ path }) => path === '.receivers-.name').map(({ text }) => text),
      );
    expect([urls(changes?.removed), urls(changes?.added)]).toEqual([['a'], ['a']]);
  });

  const ALIASED = 'receivers:\n- name: &b b\n- name: c\nroute:\n  receiver: *b\n';
  it.each([
    ['an alias of another piece', ALIASED],
    ['a second document', 'receivers:\n- name: a\n---\n'],
    ['a directive between pieces', 'receivers:\n- name: a\n%YAML 1.1\n- name: b\n'],
    ['a line break that only YAML knows', 'receivers:\n- name: a\u0085- name: b\n'],
    ['a quoted text that goes on in the first column', 'receivers:\n- name: "a\nb: c"\n- name: d\n'],
    ['a quoted text around pieces', 'global:\n  x: "a\nreceivers:\n- name: b\ny: c"\n'],
    ['a quoted text around a dash', 'receivers:\n- name: "a\n- b"\n- name: c\n'],
  ])('reads a file whole for the sake of %s', (_, text) => {
    expect(new IncrementalFile(text, FORMAT).isCut).toBe(false);
    const { file } = edited(text.replace(/[*"%\u0085]|---/g, 'x'), text);
    file.confirm();
    expect(file.isCut).toBe(false);
  });

  it('cuts the file again when what kept it whole is gone', () => {
    const { file } = edited(ALIASED, ALIASED.replace('*b', 'b'));
    expect([file.isCut, file.isDoubtful]).toEqual([false, true]);
    file.confirm();
    expect([file.isCut, file.isDoubtful]).toEqual([true, false]);
  });

  it('keeps the cut of a file that is broken in one place', () => {
    const { file } = edited(FILE, FILE.replace("'#x'", "'#x"));
    expect(file.isDoubtful).toBe(true);
    file.confirm();
    expect(file.isCut).toBe(true);
    expect(said(file).findings).toHaveLength(1);
  });

  it('gives slices whose offsets go back to the document', () => {
    const file = new IncrementalFile(FILE, FORMAT);
    const at = FILE.indexOf('http://');
    const slice = file.sliceAt(at);
    const from = slice.map.toFragment(at);
    expect(slice.text).toBe(
      `receivers:\n${FILE.slice(FILE.indexOf('- name: a'), FILE.indexOf('- name: &b'))}`,
    );
    expect(slice.encode([{ span: { from, to: from + 7 }, newText: '' }])).toEqual([
      { span: { from: at, to: at + 7 }, newText: '' },
    ]);
    expect(slice.encode([{ span: { from: 0, to: 1 }, newText: '' }])).toHaveProperty('refused');
    expect(file.wholeSlice().text).toBe(FILE);
  });

  it('gives the slices of a span, those of parted pieces once', () => {
    const file = new IncrementalFile(FILE, FORMAT);
    const texts = file.slicesIn({ from: FILE.indexOf('receiver:'), to: FILE.indexOf('group_by') });
    expect(texts.map(({ text }) => text.split('\n').length)).toEqual([5, 8, 5]);
  });
});

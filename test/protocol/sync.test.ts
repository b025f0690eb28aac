import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import type { LspClient } from '../support/lsp-client.mjs';
import { rules, startServer } from './server';

const URI = 'file:///x/a.yml';

type Place = readonly [line: number, character: number];

function edit(from: Place, to: Place, text: string) {
  const [start, end] = [from, to].map(([line, character]) => ({ line, character }));
  return { range: { start: start!, end: end! }, text };
}

/** What the server says of the text after the changes, sent as edits, and sent whole as a new document. */
async function bothWays(
  client: LspClient,
  before: string,
  changes: readonly TextDocumentContentChangeEvent[][],
) {
  const document = TextDocument.create(URI, 'yaml', 1, before);
  client.open(URI, before);
  for (const [i, change] of changes.entries()) {
    TextDocument.update(document, change, i + 2);
    client.change(URI, ...change);
  }
  const edited = await client.diagnostics(URI);
  client.open('file:///x/b.yml', document.getText());
  return { text: document.getText(), edited, whole: await client.diagnostics('file:///x/b.yml') };
}

const cases: readonly [
  what: string,
  before: string,
  after: string,
  ...changes: TextDocumentContentChangeEvent[][],
][] = [
  [
    'an insertion',
    rules('up'),
    rules('rte(up)'),
    [edit([4, 10], [4, 10], 'rte(')],
    [edit([4, 16], [4, 16], ')')],
  ],
  ['a deletion', rules('rte(up)'), rules('(up)'), [edit([4, 10], [4, 13], '')]],
  [
    'several edits in one message',
    rules('up'),
    rules('rte(up)'),
    [edit([4, 12], [4, 12], ')'), edit([4, 10], [4, 10], 'rte(')],
  ],
  ['an edit at the end', rules('up'), `${rules('up')}x: 1\n`, [edit([5, 0], [5, 0], 'x: 1\n')]],
  ['an edit beyond the end', rules('up'), `${rules('up')}x: 1\n`, [edit([99, 99], [99, 99], 'x: 1\n')]],
  ['an edit beyond a line’s end', rules('up'), rules('up)'), [edit([4, 99], [4, 99], ')')]],
  ['an edit that changes nothing', rules('rte(up)'), rules('rte(up)'), [edit([4, 0], [4, 0], '')]],
  ['a replacement of all', rules('up'), rules('rte(up)'), [{ text: rules('rte(up)') }]],
  [
    'an edit after a replacement of all',
    '',
    rules('rte(up)'),
    [{ text: rules('up') }, edit([4, 10], [4, 12], 'rte(up)')],
  ],
  [
    'joined lines',
    rules('up'),
    'groups:\n- name: g\n  rules:\n  - record: a:b    expr: up\n',
    [edit([3, 15], [4, 0], '')],
  ],
  ['a split line', rules('rte(up)'), rules('rte(\n      up)'), [edit([4, 14], [4, 14], '\n      ')]],
  ['half a line break', 'a: 1\r\n', 'a: 1\rx\n', [edit([0, 4], [1, 0], '\rx\n')]],
  [
    'a pair of surrogates',
    rules('up{a="😀"} + rte(up)'),
    rules('up{a=""} + rte(up)'),
    [edit([4, 16], [4, 18], '')],
  ],
  ['everything gone', rules('rte(up)'), '', [edit([0, 0], [99, 0], '')]],
];

describe('incremental sync', () => {
  it.each(cases)('%s', async (_, before, after, ...changes) => {
    const client = await startServer();
    const { text, edited, whole } = await bothWays(client, before, changes);
    expect(text).toBe(after);
    expect(edited).toEqual(whole);
  });

  it('equals a new document after two hundred random edits', async () => {
    const client = await startServer();
    const pieces = [
      '\n',
      '  ',
      'up',
      '(',
      ')',
      '"',
      '{',
      '}',
      ': ',
      '- ',
      '😀',
      '|\n',
      "'",
      '#',
      'rate(up[5m])',
      '',
    ];
    let seed = 42;
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return seed % below;
    };
    const document = TextDocument.create(
      URI,
      'yaml',
      1,
      Array.from({ length: 5 }, () => rules('rate(up[5m])')).join(''),
    );
    const before = document.getText();
    const changes = Array.from({ length: 200 }, (_, i) => {
      const from = next(document.getText().length + 1);
      const to = Math.min(document.getText().length, from + next(6));
      const change = {
        range: { start: document.positionAt(from), end: document.positionAt(to) },
        text: pieces[next(pieces.length)]!,
      };
      TextDocument.update(document, [change], i + 2);
      return [change];
    });
    const { edited, whole } = await bothWays(client, before, changes);
    expect(edited).toEqual(whole);
  });
});

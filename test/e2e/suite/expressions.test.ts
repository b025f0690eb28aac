import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Marked } from './support';
import { eventually, openMarked, ruleWith } from './support';

describe('inside an expression', () => {
  it('completion offers functions', async () => {
    const item = await completion(await openMarked(ruleWith('histogram_q‸'), 'yaml'), 'histogram_quantile');
    assert.equal(item.kind, vscode.CompletionItemKind.Function);
  });

  it('completion offers what the workspace records', async () => {
    await completion(await openMarked(ruleWith('job:h‸'), 'yaml'), 'job:http_requests:rate5m');
  });

  it('completion replaces the word at the cursor in a folded scalar', async () => {
    const opened = await openMarked(
      ruleWith('>-\n          sum by (job) (\n            «histogram_q»‸)'),
      'yaml',
    );
    const item = await completion(opened, 'histogram_quantile');
    const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
    assert.ok(range?.isEqual(opened.spans[0]!), 'the range');
  });

  it('hover explains a function', async () => {
    const opened = await openMarked(ruleWith('"«ra‸te»(http_requests_total[5m])"'), 'yaml');
    const [hover] = await ask<vscode.Hover[]>('vscode.executeHoverProvider', opened);
    assert.ok(hover, 'a hover');
    assert.match(textOf(hover), /per-second/);
    assert.ok(hover.range?.isEqual(opened.spans[0]!), 'the range');
  });

  it('signature help counts the arguments', async () => {
    const opened = await openMarked(ruleWith('histogram_quantile(0.9, ‸)'), 'yaml');
    const help = await ask<vscode.SignatureHelp>('vscode.executeSignatureHelpProvider', opened);
    assert.match(help.signatures[0]!.label, /^histogram_quantile\(/);
    assert.equal(help.activeParameter, 1);
  });

  it('semantic tokens name what each word is', async () => {
    const { document } = await openMarked(ruleWith('sum by (job) (rate(up{a="b"}[5m]))'), 'yaml');
    const { uri } = document;
    const legend = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
          'vscode.provideDocumentSemanticTokensLegend',
          uri,
        ),
      (answer) => answer !== undefined,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      uri,
    );
    const named = decode(document, tokens, legend!);
    for (const token of [
      'function sum',
      'keyword by',
      'property job',
      'function rate',
      'variable up',
      'property a',
    ]) {
      assert.ok(named.includes(token), `${token} in ${named.join(', ')}`);
    }
  });
});

describe('formatting', () => {
  it('lays out a .promql document', async () => {
    const { document } = await openMarked('sum( rate(up[5m])  )by(job)', 'promql');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await changed(document, 'sum by (job) (rate(up[5m]))');
  });

  it('touches nothing but expressions in a rule file', async () => {
    const text = `# note\n${ruleWith('sum(up)by(job)')}        for:   5m # as it was\n`;
    const { document } = await openMarked(text, 'yaml');
    await vscode.commands.executeCommand('editor.action.formatDocument');
    await changed(document, text.replace('sum(up)by(job)', 'sum by (job) (up)'));
  });

  it('of the expression at the cursor leaves the others alone', async () => {
    const text = `${ruleWith('sum(up)by(job)')}      - alert: B\n        expr: max(up)by(job)\n`;
    const { document, cursor } = await openMarked(text.replace('max(', 'max(‸'), 'yaml');
    vscode.window.activeTextEditor!.selection = new vscode.Selection(cursor, cursor);
    await vscode.commands.executeCommand('alertwright.formatExpression');
    await changed(document, text.replace('max(up)by(job)', 'max by (job) (up)'));
  });
});

async function changed(document: vscode.TextDocument, wanted: string): Promise<void> {
  assert.equal(
    await eventually(
      () => document.getText(),
      (text) => text === wanted,
    ),
    wanted,
  );
}

/** The suggestion of this label at the cursor. */
async function completion({ document, cursor }: Marked, label: string): Promise<vscode.CompletionItem> {
  const item = await eventually(
    async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        cursor,
      );
      return items.find((each) => labelOf(each) === label);
    },
    (found) => found !== undefined,
  );
  assert.ok(item, `${label} is offered`);
  return item;
}

/** Asks again until the server knows the document. */
function ask<T>(command: string, { document, cursor }: Marked): Promise<T> {
  return eventually(
    () => vscode.commands.executeCommand<T>(command, document.uri, cursor),
    (answer) => (Array.isArray(answer) ? answer.length > 0 : answer !== undefined),
  );
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function textOf(hover: vscode.Hover): string {
  return hover.contents.map((part) => (part instanceof vscode.MarkdownString ? part.value : '')).join('\n');
}

/** The tokens as `type text`. */
function decode(
  document: vscode.TextDocument,
  { data }: vscode.SemanticTokens,
  legend: vscode.SemanticTokensLegend,
): string[] {
  const named: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines, characters, length, type] = data.slice(i, i + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    line += lines;
    character = lines === 0 ? character + characters : characters;
    const range = new vscode.Range(line, character, line, character + length);
    named.push(`${legend.tokenTypes[type]!} ${document.getText(range)}`);
  }
  return named;
}

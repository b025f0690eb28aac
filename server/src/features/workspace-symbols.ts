import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { FactIndex } from '../workspace/fact-index';
import type { Workspace } from '../workspace/workspace';
import { toRange } from './convert';
import { filesDefining, occurrences, type Names } from './names';

const MOST = 200;

/** Something with a name that a query may find. */
interface Named {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly names: Names;
}

/** Alerts, recording rules and the metrics of programs whose names have the letters of `query` in this order. */
export async function workspaceSymbols(workspace: Workspace, query: string): Promise<WorkspaceSymbol[]> {
  const { index } = workspace;
  const byUri = new Map<string, Named[]>();
  let count = 0;
  for (const named of allNames(index)) {
    if (!hasLetters(named.name, query)) continue;
    if (++count > MOST) break;
    for (const uri of filesDefining(index, named.names)) {
      byUri.set(uri, [...(byUri.get(uri) ?? []), named]);
    }
  }
  const found: WorkspaceSymbol[] = [];
  for (const [uri, nameds] of byUri) {
    const document = await workspace.document(uri);
    if (!document?.analysis) continue;
    for (const { name, kind, names } of nameds) {
      for (const span of occurrences(document.analysis, names).definitions) {
        found.push({ name, kind, location: { uri, range: toRange(document.lines, span) } });
      }
    }
  }
  return found;
}

function* allNames(index: FactIndex): Iterable<Named> {
  const named = (kind: Names['kind'], name: string): Pick<Named, 'name' | 'names'> => ({
    name,
    names: { kind, texts: new Set([name]) },
  });
  for (const name of index.defined('alert')) yield { ...named('alert', name), kind: SymbolKind.Event };
  const metrics = new Set(index.defined('record'));
  for (const name of index.metrics.definedNames()) if (isWritten(index, name)) metrics.add(name);
  for (const name of metrics) yield { ...named('metric', name), kind: SymbolKind.Variable };
}

/** True for a metric by its own name, not a series of it, that some program itself defines. */
function isWritten({ metrics }: FactIndex, name: string): boolean {
  return metrics
    .definitions(name)
    .some(({ definition }) => definition.name === name && definition.implied !== true);
}

function hasLetters(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = -1;
  return Array.from(query.toLowerCase()).every((letter) => (at = letters.indexOf(letter, at + 1)) >= 0);
}

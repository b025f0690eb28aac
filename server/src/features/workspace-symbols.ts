import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { toRange } from './convert';
import { occurrences } from './names';
import type { Workspace } from '../workspace/workspace';

const MOST = 200;

/** Alerts and recording rules of all files whose names have the letters of `query` in this order. */
export async function workspaceSymbols(workspace: Workspace, query: string): Promise<WorkspaceSymbol[]> {
  const found: WorkspaceSymbol[] = [];
  for (const kind of ['alert', 'record'] as const) {
    for (const name of workspace.index.defined(kind)) {
      if (!hasLetters(name, query)) continue;
      for (const uri of workspace.index.definers(kind, name)) {
        const document = await workspace.document(uri);
        if (!document?.analysis) continue;
        const named = { kind: kind === 'alert' ? ('alert' as const) : ('metric' as const), text: name };
        for (const span of occurrences(document.analysis, named).definitions) {
          found.push({
            name,
            kind: kind === 'alert' ? SymbolKind.Event : SymbolKind.Variable,
            location: { uri, range: toRange(document.lines, span) },
          });
        }
      }
      if (found.length >= MOST) return found;
    }
  }
  return found;
}

function hasLetters(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let at = -1;
  return Array.from(query.toLowerCase()).every((letter) => (at = letters.indexOf(letter, at + 1)) >= 0);
}

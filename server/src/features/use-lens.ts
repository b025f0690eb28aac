import type { CodeLens } from 'vscode-languageserver-types';
import { toRange } from './convert';
import type { FeatureContext } from './context';
import { familyOf } from './metric-family';
import { usersCounted, usersOf } from './use-words';

/** `3 alerts, 1 dashboard` over each metric that a program defines, where the workspace has anything to use it. */
export function useLenses({ document, workspace }: FeatureContext): CodeLens[] {
  const { index } = workspace;
  const isAnyUsed = index.used('metric')[Symbol.iterator]().next().done === false;
  if (!isAnyUsed) return [];
  const { uri, lines, analysis } = document;
  return (analysis?.host?.metrics ?? []).flatMap(({ name, nameSpan, implied }): CodeLens[] => {
    if (implied) return [];
    const counted = usersCounted(usersOf(index.metrics, familyOf(index, name).names));
    // In a page of samples most are of no interest.
    if (counted === '' && analysis?.kind === 'metrics') return [];
    const position = lines.positionAt(nameSpan.from);
    const argument = { uri, position };
    const command =
      counted === ''
        ? { title: 'not used', command: '' }
        : { title: counted, command: 'alertwright.showUses', arguments: [argument] };
    return [{ range: toRange(lines, nameSpan), command }];
  });
}

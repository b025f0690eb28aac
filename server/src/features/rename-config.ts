import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { configNames, configOccurrences } from '../formats/alertmanager/names';
import { walkScalars } from '../formats/structure/locate';
import { scalarRegion } from '../languages/yaml/scalar-source';
import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';
import type { PlacedConfigName } from './config-names';
import type { FeatureContext } from './context';
import { toLspEdits } from './convert';

/** Renames a receiver, time interval or inhibit rule, where it is defined and in every route. */
export function renameConfigName(
  { document }: FeatureContext,
  { config, kind, text }: PlacedConfigName,
  newName: string,
): WorkspaceEdit | Refusal {
  const { model } = config;
  const taken = configNames(model).some(
    (name) => name.kind === kind && name.role === 'definition' && name.text === newName,
  );
  if (taken && newName !== text)
    return { refused: `There is a ${kind.replace('-', ' ')} called ${newName} already.` };
  const { definitions, uses } = configOccurrences(model, { kind, text });
  const scalars = new Map(
    Array.from(model.root ? walkScalars(model.root) : [], ({ value: { node } }) => [node.span.from, node]),
  );
  const edits: TextEdit[] = [];
  for (const span of [...definitions, ...uses]) {
    const node = scalars.get(span.from);
    if (!node) return { refused: `A use of ${text} can't be changed from here.` };
    const region = scalarRegion(config.text, node);
    const inConfig = region.encode([{ span: { from: 0, to: region.text.length }, newText: newName }]);
    const encoded = Array.isArray(inConfig) ? config.encode(inConfig) : inConfig;
    if (!Array.isArray(encoded)) return encoded;
    edits.push(...encoded);
  }
  return { changes: { [document.uri]: toLspEdits(document.lines, edits) } };
}

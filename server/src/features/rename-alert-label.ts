import { scalarRegion } from '../languages/yaml/scalar-source';
import type { ScalarNode } from '../languages/yaml/nodes';
import { walkScalars, walkStructs } from '../formats/structure/locate';
import type { ConfigSlice } from '../formats/alertmanager/slice';
import { nested } from '../text/region';
import type { OpenDocument } from '../workspace/document';
import { fragments } from './fragments';
import type { Changes, Doubt } from './workspace-edit';

/** Lists of labels by which alerts are put together. */
const LABEL_LISTS = new Set(['group_by', 'groupBy', 'equal']);
/** Maps of labels and values. */
const LABEL_MAPS = new Set([
  'match',
  'match_re',
  'source_match',
  'source_match_re',
  'target_match',
  'target_match_re',
]);

/** Renames a label in a configuration of Alertmanager: to be asked about, as alerts of other metrics may have it too. */
export function renameAlertLabel(
  document: OpenDocument,
  label: string,
  newName: string,
  changes: Changes,
): void {
  const doubt: Doubt = {
    label: `${label} in Alertmanager’s configuration`,
    description: 'Other alerts may have a label of this name too.',
  };
  for (const fragment of fragments(document)) {
    if (fragment.language !== 'matchers') continue;
    const edits = fragment.result.matchers
      .filter(({ name }) => name === label)
      .map(({ nameSpan }) => ({ span: nameSpan, newText: newName }));
    const encoded = fragment.encode(edits);
    if (Array.isArray(encoded)) changes.add(document, encoded, doubt);
  }
  for (const config of document.analysis?.configs?.() ?? []) {
    for (const node of labelScalars(config)) {
      if (node.value !== label) continue;
      const region = scalarRegion(config.text, node);
      const whole = { from: 0, to: region.text.length };
      const way = nested({ language: 'alertmanager', ...region }, config);
      const encoded = way.encode([{ span: whole, newText: newName }]);
      if (Array.isArray(encoded)) changes.add(document, encoded, doubt);
    }
  }
}

/** The scalars of a configuration that are names of labels. */
function* labelScalars({ model: { root } }: ConfigSlice): Iterable<ScalarNode> {
  if (!root) return;
  for (const { field, value } of walkScalars(root)) {
    if (LABEL_LISTS.has(field.info.name)) yield value.node;
  }
  for (const struct of walkStructs(root)) {
    for (const { info, value } of struct.fields.values()) {
      if (!LABEL_MAPS.has(info.name) || typeof value !== 'object' || value.kind !== 'map') continue;
      for (const { key } of value.entries) yield key;
    }
  }
}

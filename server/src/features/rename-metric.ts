import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { metricRefs } from '../languages/promql/occurrences';
import { scalarRegion } from '../languages/yaml/scalar-source';
import { promqlOf } from '../formats/rules/promql-of';
import type { RuleSlice } from '../formats/rules/slice';
import type { TextEdit } from '../text/finding';
import type { Refusal } from '../text/region';
import type { OpenDocument } from '../workspace/document';
import { toLspEdits } from './convert';
import type { FeatureContext } from './context';
import { filesNaming } from './definition';
import { promqlFragment } from './fragment';
import { definingRules, kindOf, nameAt, type Name } from './names';

/** Renames a recording rule or an alert, where it is defined and in every expression of the workspace. */
export async function renameMetric(
  context: FeatureContext,
  name: Name,
  newName: string,
): Promise<WorkspaceEdit | Refusal> {
  if (name.kind === 'metric' && !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(newName)) {
    return {
      refused: `"${newName}" is no metric name that can stand without quotes: use letters, digits, _ and :, no digit first.`,
    };
  }
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const uri of filesNaming(context.workspace.index, name)) {
    const document = await context.workspace.document(uri);
    if (!document) continue;
    const edits = renameIn(document, name, newName);
    if ('refused' in edits) return { refused: `${uri}: ${edits.refused}` };
    changes[uri] = toLspEdits(document.lines, edits);
  }
  return { changes };
}

/** The recording rule or alert at an offset, or why it can't be renamed. */
export function renameableMetric(context: FeatureContext, offset: number): Name | Refusal {
  const name = nameAt(context.document, offset);
  if (!name)
    return {
      refused: 'Only recording rules, alerts, receivers, time intervals and templates can be renamed.',
    };
  const { index } = context.workspace;
  const [definer] = index.definers(name.kind === 'alert' ? 'alert' : 'record', name.text);
  if (definer === undefined) {
    return {
      refused: `${name.text} is not recorded by any rule of this workspace, so it can't be renamed here.`,
    };
  }
  return name;
}

function renameIn(document: OpenDocument, name: Name, newName: string): TextEdit[] | Refusal {
  const edits: TextEdit[] = [];
  const { analysis } = document;
  const add = (more: TextEdit[] | Refusal): Refusal | undefined => {
    if (!Array.isArray(more)) return more;
    edits.push(...more);
    return undefined;
  };
  if (analysis?.promql?.expr) {
    for (const ref of metricRefs(analysis.promql.expr)) {
      if (kindOf(ref) === name.kind && ref.name === name.text)
        edits.push({ span: ref.span, newText: newName });
    }
  }
  for (const slice of analysis?.rules() ?? []) {
    const refusal = renameDefinitions(slice, name, newName, add) ?? renameUses(slice, name, newName, add);
    if (refusal) return refusal;
  }
  return edits;
}

type Add = (more: TextEdit[] | Refusal) => Refusal | undefined;

function renameDefinitions(slice: RuleSlice, name: Name, newName: string, add: Add): Refusal | undefined {
  for (const rule of definingRules(slice, name)) {
    const field = rule.fields.find((f) => f.name === rule.kind);
    if (field?.value.kind !== 'scalar')
      return { refused: `the name of ${name.text} stands behind an alias.` };
    const region = scalarRegion(slice.text, field.value);
    const inSlice = region.encode([{ span: { from: 0, to: region.text.length }, newText: newName }]);
    const refusal = add(Array.isArray(inSlice) ? slice.encode(inSlice) : inSlice);
    if (refusal) return refusal;
  }
  return undefined;
}

function renameUses(slice: RuleSlice, name: Name, newName: string, add: Add): Refusal | undefined {
  // What several aliases lead to is one and the same.
  const sources = new Set(slice.model.groups.flatMap(({ rules }) => rules.flatMap(promqlOf)));
  for (const source of sources) {
    const { expr } = source.result();
    const edits = (expr ? metricRefs(expr) : [])
      .filter((ref) => kindOf(ref) === name.kind && ref.name === name.text)
      .map(({ span }) => ({ span, newText: newName }));
    if (edits.length === 0) continue;
    const refusal = add(promqlFragment(slice, source).encode(edits));
    if (refusal) return refusal;
  }
  return undefined;
}

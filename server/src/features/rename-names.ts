import { metricRefs } from '../languages/promql/occurrences';
import { escapeFor } from '../languages/promql/strings';
import { resolveAlias } from '../languages/yaml/decode';
import { scalarRegion } from '../languages/yaml/scalar-source';
import type { RuleSlice } from '../formats/rules/slice';
import type { TextEdit } from '../text/finding';
import { nested, type Refusal } from '../text/region';
import type { Span } from '../text/span';
import type { Analysis } from '../workspace/analysis';
import type { OpenDocument } from '../workspace/document';
import type { PromqlFragment } from './fragment';
import { allPromql } from './fragments';
import { kindOf, type Name } from './names';
import { pageNames } from './page-names';
import { plainEdit } from './plain-edit';
import { placeName, type Changes, type Doubt } from './workspace-edit';

/** Of edits in text that may not be meant for Prometheus. */
export const ILLUSTRATION: Doubt = {
  label: 'Text that may be an illustration',
  description: 'It looks like PromQL, but Prometheus may never be asked it.',
};

type NewNames = ReadonlyMap<string, string>;

/**
 * Renames metrics or alerts in one document: in rules' names, in all of its PromQL, in what a test of rules expects.
 * `changes` may hold edits of the document already, such as those of a constant that a query is made of.
 */
export function renameNamesIn(
  document: OpenDocument,
  kind: Name['kind'],
  newNames: NewNames,
  changes: Changes,
): Refusal | undefined {
  let refusal: Refusal | undefined;
  for (const fragment of allPromql(document)) {
    const { expr, text } = fragment.result;
    const refs = expr ? metricRefs(expr) : [];
    const edits: TextEdit[] = [];
    for (const ref of refs) {
      const newName = kindOf(ref) === kind ? newNames.get(ref.name) : undefined;
      if (newName === undefined) continue;
      const newText = escapeFor(text.charAt(ref.span.from - 1), newName);
      if (newText === undefined)
        return at(document, fragment.map.toHost(ref.span.from), 'backquotes hold none');
      edits.push({ span: ref.span, newText });
    }
    for (const encoded of encodedEach(fragment, edits)) {
      if (Array.isArray(encoded)) {
        changes.add(document, encoded, fragment.isIllustration ? ILLUSTRATION : undefined);
      } else refusal ??= at(document, fragment.map.toHost(encoded.from), encoded.refused);
    }
  }
  for (const slice of document.analysis?.rules() ?? []) {
    const refused = renameRules(document, slice, kind, newNames, changes);
    if (refused) return refused;
  }
  const { host } = document.analysis ?? {};
  if (!host) return refusal;
  for (const { name, kind: of } of host.rules) {
    const newName = (of === 'alert') === (kind === 'alert') ? newNames.get(name.text) : undefined;
    if (newName !== undefined) renamePlain(name.text, name.span, newName);
  }
  for (const { name, kind: of, span } of host.names ?? []) {
    const newName = of === kind ? newNames.get(name) : undefined;
    if (newName !== undefined) renamePlain(name, span, newName);
  }
  for (const { name, kind: of, span, suffix } of kind === 'metric' ? pageNames(document) : []) {
    const newName = of === kind ? newNames.get(name) : undefined;
    if (newName !== undefined) renamePlain(cut(name, suffix), span, cut(newName, suffix));
  }
  return isRenamed(document, kind, newNames, changes.textOf(document))
    ? undefined
    : (refusal ?? at(document, 0, 'the name depends on more than can be changed there'));

  function renamePlain(name: string, span: Span, newName: string): void {
    const edit = plainEdit(document.text, name, span, newName);
    if ('refused' in edit) refusal ??= at(document, span.from, edit.refused);
    else changes.add(document, [edit]);
  }
}

function cut(name: string, suffix: string): string {
  return name.slice(0, name.length - suffix.length);
}

/** All edits together, or where some can't be made each by itself. */
function encodedEach(
  fragment: PromqlFragment,
  edits: readonly TextEdit[],
): (TextEdit[] | (Refusal & { readonly from: number }))[] {
  if (edits.length === 0) return [];
  const all = fragment.encode(edits);
  if (Array.isArray(all)) return [all];
  return edits.map((edit) => {
    const one = fragment.encode([edit]);
    return Array.isArray(one) ? one : { ...one, from: edit.span.from };
  });
}

/** Renames recording rules or alerts where a rule file defines them. */
function renameRules(
  document: OpenDocument,
  slice: RuleSlice,
  kind: Name['kind'],
  newNames: NewNames,
  changes: Changes,
): Refusal | undefined {
  const field = kind === 'alert' ? 'alert' : 'record';
  const entries = slice.model.groups.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      const newName = rule.kind === field && rule.name ? newNames.get(rule.name.text) : undefined;
      const value = rule.fields.find(({ name }) => name === field)?.value;
      return newName === undefined || !value ? [] : [{ newName, value }];
    }),
  );
  const own = new Set(entries.map(({ value }) => value));
  for (const { newName, value } of entries) {
    const scalar = resolveAlias(value);
    if (scalar?.kind !== 'scalar' || !own.has(scalar)) {
      const reason = 'the name stands behind an alias of something else';
      return at(document, slice.map.toHost(value.span.from), reason);
    }
    const region = scalarRegion(slice.text, scalar);
    const whole = { from: 0, to: region.text.length };
    const edits = nested({ language: 'rules', ...region }, slice).encode([{ span: whole, newText: newName }]);
    if (!Array.isArray(edits)) return at(document, slice.map.toHost(value.span.from), edits.refused);
    changes.add(document, edits);
  }
  return undefined;
}

/**
 * True where the document, as the changes leave it, says the new names in place of the old ones. Names that come from
 * another file are changed there.
 */
function isRenamed(
  { analysis, text }: OpenDocument,
  kind: Name['kind'],
  newNames: NewNames,
  newText: string,
): boolean {
  const after = newText === text.slice(0) ? analysis : analysis?.reread?.(newText);
  const isOld = (of: string, name: string): boolean => of === kind && (newNames.get(name) ?? name) !== name;
  const saysOld = (after?.facts() ?? []).some(
    ({ facts: { rules = [], uses = [] } }) =>
      rules.some((rule) => isOld(rule.kind === 'alert' ? 'alert' : 'metric', rule.name.text)) ||
      uses.some((use) => isOld(use.kind, use.name)),
  );
  const own = (of: Analysis | undefined): string[] =>
    (of?.host?.metrics ?? []).flatMap(({ name, written }) => (written?.from === undefined ? [name] : []));
  const expected = own(analysis).map((name) => (kind === 'metric' ? newNames.get(name) : undefined) ?? name);
  return !saysOld && own(after).join(' ') === expected.join(' ');
}

function at(document: OpenDocument, offset: number, reason: string): Refusal {
  return { refused: `${placeName(document, offset)}: ${reason}.` };
}

import type { CodeEntry, CodeFile, CodeString } from '../../../languages/code/tree';
import type { Finding } from '../../../text/finding';
import type { HostedRule, HostedText, HostSettings } from '../../hosts/host';
import type { LabelFact, UsedBy } from '../../rules/facts';
import { knownString } from '../values';
import { checkRule } from './check-rule';
import { fieldText, writtenRule, type WrittenRule } from './rule-fields';
import type { TaggedQueries } from './tagged';
import type { HostedTextList } from './texts';

/** A rule with its expression, before the texts have their order. */
export interface FoundRule extends Omit<HostedRule, 'expr'> {
  readonly text?: HostedText;
}

/** Finds the rules that a program writes as objects, adds their texts, and says what Prometheus would refuse of them. */
export function addRules(
  file: CodeFile,
  tagged: TaggedQueries,
  texts: HostedTextList,
  settings: HostSettings,
): { found: FoundRule[]; findings: Finding[] } {
  const found: FoundRule[] = [];
  const findings: Finding[] = [];
  const places = new Set<number>();
  for (const source of [...file.objects, ...file.calls]) {
    const rule = writtenRule(source, tagged);
    // Python's `dict(alert=…)` is a call and an object.
    const place = rule?.fields.get('expr')?.nameSpan.from;
    if (!rule || place === undefined || places.has(place)) continue;
    places.add(place);
    const named = addRule(rule, texts);
    if (named) found.push(named);
    findings.push(...checkRule(rule, settings));
  }
  return { found, findings };
}

function addRule(rule: WrittenRule, texts: HostedTextList): FoundRule | undefined {
  const { fields, expr } = rule;
  const kind = fields.has('alert') ? 'alert' : 'record';
  const entry = fields.get(kind);
  const name = entry && knownString(fieldText(entry.value));
  const by: UsedBy = name ? { kind, name: name.text } : { kind };
  const text = texts.addString(expr, { by });
  const labels = textEntries(fields.get('labels'));
  const annotations = textEntries(fields.get('annotations'));
  if (kind === 'alert') {
    for (const { string } of [...labels, ...annotations]) {
      if (string) texts.addString(string, { by, language: 'gotemplate' });
    }
  }
  if (!entry || !name || name.text === '') return undefined;
  return {
    kind,
    name: { text: name.text, span: name.from === undefined ? name.span : entry.nameSpan },
    labels: labels.map(({ name: label, string }): LabelFact => {
      return { name: label, value: knownString(string)?.text ?? '' };
    }),
    annotations: annotations.map((annotation) => annotation.name),
    ...(text && { text }),
  };
}

/** The entries of `labels` or `annotations`, with the text of those that have one. */
function textEntries(field: CodeEntry | undefined): { name: string; string?: CodeString }[] {
  if (field?.value.kind !== 'object') return [];
  return field.value.entries.map(({ name, value }) => ({ name, string: fieldText(value) }));
}

import type { Finding } from '../../text/finding';
import { hostSpan, type OffsetMap } from '../../text/region';
import { duplicateGroups, duplicateRules, type RuleIdentity } from './duplicates';
import type { LabelFact, RuleFacts } from './facts';
import type { NamedSpan } from './model';

interface Placed {
  readonly facts: RuleFacts;
  /** Asked only where a name is repeated, so it may cost something. */
  readonly map: OffsetMap;
}

/** How often names come in a file, followed piece by piece, so that only repeated ones are looked at. */
export class NameCounts {
  readonly #rules = new Map<string, number>();
  readonly #groups = new Map<string, number>();
  readonly repeatedRules = new Set<string>();
  readonly repeatedGroups = new Set<string>();

  static of(facts: Iterable<RuleFacts>): NameCounts {
    const counts = new NameCounts();
    for (const one of facts) counts.add(one, 1);
    return counts;
  }

  /** Takes in facts, or with -1 takes back what was taken in. */
  add({ groups, rules }: RuleFacts, by: 1 | -1): void {
    for (const { name } of groups) if (name) count(this.#groups, this.repeatedGroups, name.text, by);
    for (const { name } of rules) count(this.#rules, this.repeatedRules, name.text, by);
  }
}

function count(counts: Map<string, number>, repeated: Set<string>, name: string, by: number): void {
  const now = (counts.get(name) ?? 0) + by;
  if (now > 0) counts.set(name, now);
  else counts.delete(name);
  if (now > 1) repeated.add(name);
  else repeated.delete(name);
}

/**
 * What only shows when all groups and rules of a file are seen together, in offsets of the document.
 * @param units the file's facts in document order; a rule that was read without its group belongs to the last group
 * @param counts of the names in `units`
 */
export function fileFindings(units: Iterable<Placed>, counts: NameCounts): Finding[] {
  const { repeatedGroups, repeatedRules } = counts;
  if (repeatedGroups.size === 0 && repeatedRules.size === 0) return [];
  const groups: NamedSpan[] = [];
  const rules: RuleIdentity[] = [];
  let current: readonly LabelFact[] = [];
  for (const unit of units) {
    const { facts } = unit;
    for (const { name } of facts.groups) {
      if (name && repeatedGroups.has(name.text)) groups.push(place(name, unit.map));
    }
    for (const { name, labels, group } of facts.rules) {
      if (!repeatedRules.has(name.text)) continue;
      const groupLabels = facts.groups[group]?.labels ?? current;
      rules.push({ name: place(name, unit.map), labels: [...groupLabels, ...labels] });
    }
    current = facts.groups.at(-1)?.labels ?? current;
  }
  return [...duplicateGroups(groups), ...duplicateRules(rules)];
}

function place({ text, span }: NamedSpan, map: OffsetMap): NamedSpan {
  return { text, span: hostSpan(map, span) };
}

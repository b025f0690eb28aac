import type { Finding } from '../../text/finding';
import { hostSpan, type OffsetMap } from '../../text/region';
import type { Placed, Together } from '../pieces/format';
import { NameTally } from '../pieces/name-tally';
import { duplicateGroups, duplicateRules, type RuleIdentity } from './duplicates';
import type { LabelFact, RuleFacts } from './facts';
import type { NamedSpan } from './model';

/** How often names come in a file, so that only repeated ones are looked at. */
export class NameCounts {
  readonly #rules = new NameTally();
  readonly #groups = new NameTally();

  static of(facts: Iterable<RuleFacts>): NameCounts {
    const counts = new NameCounts();
    for (const one of facts) counts.add(one, 1);
    return counts;
  }

  get repeatedRules(): ReadonlySet<string> {
    return this.#rules.repeated;
  }

  get repeatedGroups(): ReadonlySet<string> {
    return this.#groups.repeated;
  }

  /** Takes in facts, or with -1 takes back what was taken in. */
  add({ groups, rules }: RuleFacts, by: 1 | -1): void {
    for (const { name } of groups) if (name) this.#groups.count(name.text, by);
    for (const { name } of rules) this.#rules.count(name.text, by);
  }
}

/**
 * What only shows when all groups and rules of a file are seen together, in offsets of the document.
 * @param units the file's facts in document order; a rule that was read without its group belongs to the last group
 * @param counts of the names in `units`
 */
export function fileFindings(units: Iterable<Placed<RuleFacts>>, counts: NameCounts): Finding[] {
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

/** The judgement of the pieces of a rule file together. */
export class RulesTogether implements Together<RuleFacts> {
  readonly #counts = new NameCounts();

  add(facts: RuleFacts, by: 1 | -1): void {
    this.#counts.add(facts, by);
  }

  findings(pieces: Iterable<Placed<RuleFacts>>): Finding[] {
    return fileFindings(pieces, this.#counts);
  }
}

function place({ text, span }: NamedSpan, map: OffsetMap): NamedSpan {
  return { text, span: hostSpan(map, span) };
}

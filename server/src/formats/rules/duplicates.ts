import type { Finding } from '../../text/finding';
import { quoted } from '../../text/quoted';
import type { Span } from '../../text/span';
import type { RuleCodeName } from './codes';
import type { NamedSpan } from './model';

/**
 * Group names that a file has already; Prometheus refuses it (rulefmt.go, RuleGroups.Validate).
 * @param groups the names of the file's groups, in order; groups without a name are left out
 */
export function duplicateGroups(groups: Iterable<NamedSpan>): Finding[] {
  const code: RuleCodeName = 'rules/duplicate-group';
  const firsts = new Map<string, Span>();
  const findings: Finding[] = [];
  for (const { text, span } of groups) {
    const first = firsts.get(text);
    if (first === undefined) firsts.set(text, span);
    else {
      const message = `this file already has a group ${quoted(text)}; rename one of them or put their rules together`;
      const related = [{ span: first, message: 'the first group of that name' }];
      findings.push({ code, severity: 'error', message, span, related });
    }
  }
  return findings;
}

/** A rule by what Prometheus stores: its name and the labels that it sets, those of its group included. */
export interface RuleIdentity {
  readonly name: NamedSpan;
  readonly labels: readonly { readonly name: string; readonly value: string }[];
}

/**
 * Rules with the same name and the same labels, of which promtool warns by default (checkDuplicates).
 * @param rules all rules of the file that have a name, in order; of labels with the same name the last holds
 */
export function duplicateRules(rules: Iterable<RuleIdentity>): Finding[] {
  const code: RuleCodeName = 'rules/duplicate-rule';
  const firsts = new Map<string, Span>();
  const findings: Finding[] = [];
  for (const { name, labels } of rules) {
    const identity = identityOf(name.text, labels);
    const first = firsts.get(identity);
    if (first === undefined) firsts.set(identity, name.span);
    else {
      const message = `this file already has a rule ${quoted(name.text)} with the same labels; give one of them a label of its own`;
      const related = [{ span: first, message: 'the first rule' }];
      findings.push({ code, severity: 'warning', message, span: name.span, related });
    }
  }
  return findings;
}

function identityOf(name: string, labels: RuleIdentity['labels']): string {
  const set = new Map(labels.map((label) => [label.name, label.value]));
  const sorted = [...set].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify([name, sorted]);
}

/** Says that Prometheus ignores what stands behind the first document; `at` is the second one's `---`. */
export function ignoredDocument(at: Span): Finding {
  const code: RuleCodeName = 'rules/ignored-document';
  const message =
    'Prometheus reads the first document of a rule file only; put these groups into it or into another file';
  return { code, severity: 'warning', message, span: at };
}

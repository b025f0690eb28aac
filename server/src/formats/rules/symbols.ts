import type { Span } from '../../text/span';
import type { GroupModel, RuleFileModel, RuleModel } from './model';

/** One line of a file's outline. */
export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'group' | 'alert' | 'record' | 'rule';
  readonly span: Span;
  /** The name inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** The outline of a rule file: groups with their rules. */
export function fileSymbols({ groups }: RuleFileModel): OutlineItem[] {
  return groups.map(groupSymbol);
}

function groupSymbol(group: GroupModel): OutlineItem {
  const { name, span, rules, interval } = group;
  const count = rules.length === 1 ? '1 rule' : `${rules.length} rules`;
  return {
    name: name?.text ?? '(no name)',
    detail: interval ? `${count}, every ${interval.text}` : count,
    kind: 'group',
    span,
    selection: name?.span ?? { from: span.from, to: span.from },
    children: rules.map(ruleSymbol),
  };
}

/** One rule; an alert's detail is its severity and `for`. */
function ruleSymbol(rule: RuleModel): OutlineItem {
  const { kind, name, span } = rule;
  return {
    name: name?.text ?? '(no name)',
    detail: kind === 'alert' ? alertDetail(rule) : kind === 'record' ? 'recording rule' : '',
    kind: kind === 'unknown' ? 'rule' : kind,
    span,
    selection: name?.span ?? { from: span.from, to: span.from },
    children: [],
  };
}

function alertDetail(rule: RuleModel): string {
  const severity = rule.labels.find(({ name }) => name.text === 'severity')?.text;
  return [severity, rule.for && `for ${rule.for.text}`].filter(Boolean).join(', ');
}

import type { InhibitRuleModel } from '../../formats/alertmanager/model';
import { headSpan } from '../../languages/yaml/decode';
import type { Advice } from '../check';
import type { AlertmanagerCheck } from './check';
import { areImplied, isImplied } from './implied';

/** Alerts that are source and target of a rule at once don't inhibit each other (inhibit/inhibit.go). */
export const selfInhibition: AlertmanagerCheck = {
  code: 'alertmanager/self-inhibition',
  severity: 'warning',
  title: 'Inhibit rule whose targets are its own sources',
  explanation:
    'So that no alert inhibits itself, Alertmanager lets an alert that matches both sides of a rule be inhibited only by ' +
    'alerts that match the source alone. Where everything that matches the target matches the source as well, the rule ' +
    'does less than it says, and nothing where both sides are the same. Make the two sides exclude each other, for ' +
    'instance by different severities.',
  scope: 'part',
  *run({ inhibitRules }) {
    for (const rule of inhibitRules) if (!rule.isOpen) yield* adviseOnSides(rule);
  },
};

function* adviseOnSides({ source, target, struct }: InhibitRuleModel): Generator<Advice> {
  if (!areImplied(source, target)) return;
  const span = target[0]?.span ?? headSpan(struct.node);
  const related = source.slice(0, 1).map((matcher) => ({ span: matcher.span, message: 'the source' }));
  const message = areImplied(target, source)
    ? 'source and target match the same alerts, and such alerts don’t inhibit each other: this rule does nothing; make the two sides exclude each other'
    : 'everything that matches this target matches the source, too, so only alerts that match the source alone inhibit it; make the two sides exclude each other';
  yield { span, message, related };
}

/** One alert inhibits all others, wherever they come from. */
export const inhibitWithoutEqual: AlertmanagerCheck = {
  code: 'alertmanager/inhibit-without-equal',
  severity: 'warning',
  title: 'Inhibit rule without equal',
  explanation:
    'Without `equal`, a single alert that matches the source silences everything that matches the target, in all ' +
    'clusters and of all services. Name the labels that both have to share, for instance `equal: [cluster, namespace]`. ' +
    'A label that both lack counts as equal.',
  scope: 'part',
  *run({ inhibitRules }) {
    for (const rule of inhibitRules) {
      if (rule.isOpen || rule.equal.length > 0 || sharesValue(rule)) continue;
      const message =
        'without "equal", one alert that matches the source silences everything that matches the target; name the labels that both have to share';
      yield { span: rule.struct.fields.get('equal')?.keySpan ?? headSpan(rule.struct.node), message };
    }
  },
};

/** True where both sides ask for the same value of a label, which is what `equal` would do. */
function sharesValue({ source, target }: InhibitRuleModel): boolean {
  return source.some(
    ({ matcher }) => matcher.operator === '=' && matcher.value !== '' && isImplied(matcher, target),
  );
}

import type { Finding } from '../../../text/finding';
import { closest } from '../../../text/similar';
import type { ConfigModel, NamedSpan } from '../model';
import type { Expectation } from './expectations';
import { inhibitedBy } from './inhibition';
import { routeAlert } from './route-alert';

/** Where a configuration does something else than a test expects: one finding each, in the file of expectations. */
export function checkExpectation(model: ConfigModel, test: Expectation): Finding[] {
  return [...checkRouting(model, test), ...checkInhibition(model, test)];
}

function checkRouting(model: ConfigModel, { labels, time, receivers, muted, name }: Expectation): Finding[] {
  const reached = routeAlert(model, labels, { time });
  const notified = reached.filter(({ muting }) => muting?.isMuted !== true);
  const actual = notified.map(({ options }) => options.receiver?.value.text ?? '');
  const findings: Finding[] = [];
  if (receivers && !isSame(receivers.value, actual)) {
    const held =
      reached.length > notified.length
        ? `; time intervals mute ${reached.length - notified.length} more`
        : '';
    const message = `"${name.text}": the alert gets to ${listed(actual)}, not to ${listed(receivers.value.map(({ text }) => text))}${held}`;
    findings.push(
      failure('routes/receivers', receivers.span, message + unknownReceivers(model, receivers.value)),
    );
  }
  const isMuted = reached.length > 0 && notified.length === 0;
  if (muted && muted.value !== isMuted) {
    const message = isMuted
      ? `"${name.text}": time intervals mute the alert for all of its receivers`
      : `"${name.text}": the alert isn't muted, it gets to ${listed(actual)}`;
    findings.push(failure('routes/muted', muted.span, message));
  }
  return findings;
}

function isSame(expected: readonly NamedSpan[], actual: readonly string[]): boolean {
  return expected.length === actual.length && expected.every(({ text }, index) => text === actual[index]);
}

/** The first name that no receiver has. */
function unknownReceivers(model: ConfigModel, expected: readonly NamedSpan[]): string {
  const names = model.receivers.map(({ name }) => name.text);
  const unknown = expected.find(({ text }) => !names.includes(text));
  if (!unknown) return '';
  const meant = closest(unknown.text, names);
  return `; there is no receiver "${unknown.text}"${meant === undefined ? '' : `, did you mean "${meant}"?`}`;
}

function checkInhibition(model: ConfigModel, { labels, name, ...test }: Expectation): Finding[] {
  const not = test.inhibitedBy.filter(({ value }) => inhibitedBy(model, labels, [value]).length === 0);
  const but = test.notInhibitedBy.flatMap(({ value, span }) => {
    const [inhibition] = inhibitedBy(model, labels, [value]);
    return inhibition ? [{ rule: inhibition.rule.name?.text, span }] : [];
  });
  return [
    ...not.map(({ span }) =>
      failure('routes/inhibited-by', span, `"${name.text}": no rule lets this alert inhibit it`),
    ),
    ...but.map(({ rule, span }) => {
      const by = rule === undefined ? 'an inhibit rule' : `the inhibit rule "${rule}"`;
      return failure('routes/inhibited-by', span, `"${name.text}": ${by} lets this alert inhibit it`);
    }),
  ];
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'nobody' : names.join(', ');
}

function failure(code: string, span: Finding['span'], message: string): Finding {
  return { code, severity: 'error', span, message };
}

import type { AlertRuleInfo, SampleAlerts } from '../../../server/src/protocol';

type Labels = Record<string, string>;

/** Values for labels whose real ones only a running Prometheus knows. */
const VALUES: ReadonlyMap<string, string> = new Map([
  ['cluster', 'eu-west-1'],
  ['container', 'app'],
  ['device', '/dev/sda1'],
  ['env', 'production'],
  ['environment', 'production'],
  ['instance', 'web-1:9100'],
  ['job', 'node'],
  ['mountpoint', '/var/lib/data'],
  ['namespace', 'shop'],
  ['node', 'node-1'],
  ['pod', 'checkout-7d4b9c6f5-x2x8k'],
  ['service', 'checkout'],
  ['team', 'platform'],
]);

/** A value that stands for `{{ $value }}`. */
const SAMPLE_VALUE = '42';

/** Two alerts of one group, before the user says better. */
export const FIRST_SAMPLE: SampleAlerts = {
  alerts: ['web-1:9100', 'web-2:9100'].map((instance) => ({
    status: 'firing',
    labels: { alertname: 'InstanceDown', severity: 'critical', job: 'node', instance },
    annotations: {
      summary: `${instance} is down`,
      description: `${instance} of job node has been unreachable for 5 minutes.`,
      runbook_url: 'https://runbooks.example.com/InstanceDown',
    },
  })),
  groupBy: ['alertname'],
  externalUrl: 'http://alertmanager.example.com',
};

/** An alert as the rule would make it, with made-up values for what only Prometheus knows. */
export function sampleOfRule(rule: Pick<AlertRuleInfo, 'labels' | 'annotations' | 'otherLabels'>): {
  readonly labels: Labels;
  readonly annotations: Labels;
} {
  const made = rule.otherLabels.map((name): [string, string] => [name, VALUES.get(name) ?? `some-${name}`]);
  const labels: Labels = { ...Object.fromEntries(made), ...rule.labels };
  const annotations = Object.fromEntries(
    Object.entries(rule.annotations).map(([name, text]) => [name, fillIn(text, labels)]),
  );
  return { labels, annotations };
}

/** Puts labels and a value in the places of the commonest template actions; others stay as they are. */
function fillIn(text: string, labels: Readonly<Labels>): string {
  return text
    .replace(/\{\{-?\s*(?:\$labels|\.Labels)\.(\w+)\s*-?\}\}/g, (whole, name: string) =>
      Object.hasOwn(labels, name) ? (labels[name] ?? whole) : whole,
    )
    .replace(/\{\{-?\s*(?:\$value|\.Value)(?=\s|-?\})[^{}]*\}\}/g, SAMPLE_VALUE);
}

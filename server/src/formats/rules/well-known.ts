/** Labels and annotations that people agree on, without Prometheus asking for them. */
export interface WellKnownName {
  readonly name: string;
  readonly summary: string;
  /** Usual values, the most usual first. */
  readonly values?: readonly string[];
}

export const wellKnownLabels: readonly WellKnownName[] = [
  {
    name: 'severity',
    summary: 'How urgent the alert is; routing and inhibition in Alertmanager usually go by it.',
    values: ['critical', 'warning', 'info'],
  },
  { name: 'team', summary: 'Who takes care of it; Alertmanager can route by it.' },
  { name: 'service', summary: 'The service that it is about.' },
  { name: 'environment', summary: 'Production, staging or another environment.' },
];

export const wellKnownAnnotations: readonly WellKnownName[] = [
  { name: 'summary', summary: 'One line: what is wrong, and with what.' },
  { name: 'description', summary: 'What it means and what it looks like now, in a few sentences.' },
  { name: 'runbook_url', summary: 'Where it is written what to do.' },
  { name: 'dashboard_url', summary: 'The dashboard that shows it.' },
];

/** Durations that are usual for `for`, `interval` and the like. */
export const usualDurations: readonly string[] = [
  '30s',
  '1m',
  '2m',
  '5m',
  '10m',
  '15m',
  '30m',
  '1h',
  '6h',
  '1d',
];

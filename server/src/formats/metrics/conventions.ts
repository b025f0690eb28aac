import type { NameValidation } from '../rules/names';

/** What a client library does with names and labels: which advice on a definition holds. */
export interface Conventions {
  /** `written`: names reach Prometheus as the program writes them, but for what `addsTotal` says. */
  readonly names: 'written' | 'translated';
  /** It ends the names of counters in `_total` by itself. */
  readonly addsTotal: boolean;
  /** The names that it accepts; others make it fail. */
  readonly scheme: NameValidation;
  /** It fails where a metric has no help. */
  readonly needsHelp: boolean;
  /** A write has to give `every` declared label, or `some` of them; or labels aren't declared, and `any` will do. */
  readonly labels: 'every' | 'some' | 'any';
}

const PROM_CLIENT: Conventions = {
  names: 'written',
  addsTotal: false,
  scheme: 'legacy',
  needsHelp: true,
  labels: 'some',
};
const TRANSLATED: Conventions = {
  names: 'translated',
  addsTotal: true,
  scheme: 'utf8',
  needsHelp: false,
  labels: 'any',
};

/**
 * By `MetricDefinition.library`. Sources: lib/validation.js of prom-client; validation.py and metrics.py of
 * prometheus/client_python; desc.go and labels.go of prometheus/client_golang.
 */
const CONVENTIONS: ReadonlyMap<string, Conventions> = new Map([
  ['prom-client', PROM_CLIENT],
  ['@willsoto/nestjs-prometheus', PROM_CLIENT],
  [
    'prometheus_client',
    { names: 'written', addsTotal: true, scheme: 'utf8', needsHelp: false, labels: 'every' },
  ],
  [
    'client_golang',
    { names: 'written', addsTotal: false, scheme: 'utf8', needsHelp: false, labels: 'every' },
  ],
  ['OpenTelemetry', TRANSLATED],
]);

/** Absent for libraries whose definitions nobody wants advice on. */
export function conventionsOf(library: string): Conventions | undefined {
  return CONVENTIONS.get(library);
}

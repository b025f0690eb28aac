import type { Renaming } from './function-info';
import type { PromqlDialect } from './knowledge';

/** The columns of the tables of functions, aggregations and keywords that say where something can be used. */
export interface Availability {
  readonly since: string;
  readonly stableSince?: string;
  /** Behind `feature` in the newest known version. */
  readonly experimental?: boolean;
  readonly feature?: string;
  readonly renamed?: Renaming;
}

const EXPERIMENTAL_FUNCTIONS = 'promql-experimental-functions';

/** Why Prometheus would refuse it in this dialect, as part of a sentence; undefined if it takes it. */
export function refusal(info: Availability, { version, features }: PromqlDialect): string | undefined {
  if (isBefore(version, info.since)) return `needs Prometheus ${info.since}`;
  const { renamed } = info;
  if (renamed && !isBefore(version, renamed.since))
    return `is ${renamed.to} since Prometheus ${renamed.since}`;
  const feature = neededFeature(info, version);
  if (feature === undefined || features.has(feature)) return undefined;
  const later = info.stableSince === undefined ? '' : ` before Prometheus ${info.stableSince}`;
  return `needs --enable-feature=${feature}${later}`;
}

function neededFeature(
  { stableSince, experimental, feature }: Availability,
  version: PromqlDialect['version'],
): string | undefined {
  const unstable = stableSince !== undefined && isBefore(version, stableSince);
  if (experimental === true || unstable) return feature ?? EXPERIMENTAL_FUNCTIONS;
  return stableSince === undefined ? feature : undefined;
}

function isBefore([major, minor]: PromqlDialect['version'], since: string): boolean {
  const [sinceMajor = 0, sinceMinor = 0] = since.split('.').map(Number);
  return major < sinceMajor || (major === sinceMajor && minor < sinceMinor);
}

import type { PromqlDialect } from './knowledge';

/** The newest Prometheus that is known, as it is started without feature flags. */
export const DEFAULT_DIALECT: PromqlDialect = { version: [3, 14], features: new Set() };

/** A dialect with its questions answered. */
export interface Dialect {
  readonly experimentalFunctions: boolean;
  readonly durationExpressions: boolean;
  readonly extendedRangeSelectors: boolean;
  readonly fillModifiers: boolean;
  /** True if the target version is `version` (`3.7`) or newer. */
  readonly since: (version: string) => boolean;
}

const known = new WeakMap<PromqlDialect, Dialect>();

/** What `dialect` allows; flags as in Prometheus' cmd/prometheus/main.go. */
export function dialectOf(dialect: PromqlDialect): Dialect {
  let answers = known.get(dialect);
  if (!answers) known.set(dialect, (answers = read(dialect)));
  return answers;
}

function read({ version, features }: PromqlDialect): Dialect {
  const [major, minor] = version;
  const answers = new Map<string, boolean>();
  const since = (wanted: string): boolean => {
    let answer = answers.get(wanted);
    if (answer === undefined) {
      const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
      answer = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
      answers.set(wanted, answer);
    }
    return answer;
  };
  return {
    experimentalFunctions: features.has('promql-experimental-functions'),
    durationExpressions: since('3.14') || features.has('promql-duration-expr'),
    extendedRangeSelectors: features.has('promql-extended-range-selectors'),
    fillModifiers: features.has('promql-binop-fill-modifiers'),
    since,
  };
}

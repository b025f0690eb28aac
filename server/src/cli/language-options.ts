/** The options that say which Prometheus and Alertmanager read the files. */
import { closest } from '../text/similar';
import { defaultSettings, parseVersion } from '../workspace/settings';
import type { Settings } from '../workspace/settings';
import { UsageError } from './args';
import type { Arguments } from './args';

/** Feature flags that change what is valid, in some version. */
const LANGUAGE_FEATURES = [
  'promql-at-modifier',
  'promql-binop-fill-modifiers',
  'promql-delayed-name-removal',
  'promql-duration-expr',
  'promql-experimental-functions',
  'promql-extended-range-selectors',
  'promql-negative-offset',
  'promql-per-step-stats',
];

/** The settings that the options stand for; throws a UsageError for a version that is none. */
export function settingsOf({ options }: Arguments): Settings {
  const defaults = defaultSettings();
  const lists = options.get('enable-feature') ?? [];
  const enableFeatures = lists
    .flatMap((list) => list.split(','))
    .map((name) => name.trim())
    .filter(Boolean);
  return {
    ...defaults,
    prometheus: {
      ...defaults.prometheus,
      enableFeatures,
      targetVersion: version('prometheus-version', options),
    },
    alertmanager: {
      ...defaults.alertmanager,
      targetVersion: version('alertmanager-version', options),
    },
  };
}

function version(name: string, options: Arguments['options']): string {
  const given = options.get(name)?.at(-1) ?? '';
  if (given !== '' && !parseVersion(given)) {
    throw new UsageError(`--${name} takes a version such as 3.5 or v3.5.1, not "${given}"`);
  }
  return given;
}

/**
 * A warning for each enabled feature that looks misspelt. Others that we don't know are fine: Prometheus has many
 * which change nothing here, and itself only warns of unknown ones.
 */
export function featureWarnings({ prometheus }: Settings): string[] {
  return prometheus.enableFeatures.flatMap((name) => {
    if (LANGUAGE_FEATURES.includes(name)) return [];
    const meant = closest(name, LANGUAGE_FEATURES);
    if (meant !== undefined) return [`unknown feature ${name} (did you mean ${meant}?)`];
    return name.startsWith('promql-') ? [`unknown feature ${name}`] : [];
  });
}

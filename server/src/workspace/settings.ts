import type { Severity } from '../text/finding';
import {
  DEFAULT_QUERY_SETTINGS,
  readQuerySettings,
  type QuerySettings,
} from '../formats/code/queries/settings';
import type { ConfigDialect } from '../formats/alertmanager/embedded';
import type { PromqlDialect } from '../languages/promql/knowledge';

/** The settings under `alertwright.`, complete: what isn't set has its default. */
export interface Settings {
  readonly files: {
    /** Globs of rule files, besides what is recognised by content. */
    readonly rules: readonly string[];
    /** Globs of Alertmanager configurations, likewise. */
    readonly alertmanager: readonly string[];
  };
  readonly prometheus: {
    /** `3.5`, `v3.14.0`; empty for the newest known version. */
    readonly targetVersion: string;
    /** Prometheus' own feature names. */
    readonly enableFeatures: readonly string[];
    readonly nameValidation: 'utf8' | 'legacy';
  };
  readonly alertmanager: {
    /** `0.33`, `v0.34.0`; empty for the newest known version. */
    readonly targetVersion: string;
    /** How label matchers are parsed; `fallback` is Alertmanager's default. */
    readonly matchers: 'fallback' | 'utf8' | 'classic';
  };
  /** How PromQL is found in programs. */
  readonly code: QuerySettings;
  /** Severity of a check that isn't an error, by code. */
  readonly checks: Readonly<Record<string, Exclude<Severity, 'error'> | 'off'>>;
  readonly inlayHints: { readonly enabled: boolean };
  readonly format: { readonly enabled: boolean };
}

/** The newest Prometheus whose language the tables know: the default target. */
export const NEWEST_PROMETHEUS: readonly [number, number] = [3, 14];

export const DEFAULT_RULE_GLOBS: readonly string[] = [
  '**/*.rules',
  '**/*.rules.{yml,yaml}',
  '**/*[-_.]rules.{yml,yaml}',
  '**/*[-_.]alerts.{yml,yaml}',
  '**/{rules,alerts}.{yml,yaml}',
  '**/*alert*rules*.{yml,yaml}',
  '**/{rules,alerts,alerting,recording}/**/*.{yml,yaml}',
];

export const DEFAULT_CONFIG_GLOBS: readonly string[] = [
  '**/alertmanager*.{yml,yaml}',
  '**/alertmanager/config.{yml,yaml}',
];

/** Checks that a person has to ask for. */
const OFF_BY_DEFAULT: Settings['checks'] = { 'metrics/unused-metric': 'off' };

export function defaultSettings(): Settings {
  return {
    files: { rules: DEFAULT_RULE_GLOBS, alertmanager: DEFAULT_CONFIG_GLOBS },
    prometheus: { targetVersion: '', enableFeatures: [], nameValidation: 'utf8' },
    alertmanager: { targetVersion: '', matchers: 'fallback' },
    code: DEFAULT_QUERY_SETTINGS,
    checks: OFF_BY_DEFAULT,
    inlayHints: { enabled: true },
    format: { enabled: true },
  };
}

/** Reads what an editor sends for the section `alertwright`. Values of a wrong type count as not set. */
export function readSettings(sent: unknown): Settings {
  const defaults = defaultSettings();
  const root = record(sent);
  const files = record(root.files);
  const prometheus = record(root.prometheus);
  const alertmanager = record(root.alertmanager);
  const checks: Record<string, Exclude<Severity, 'error'> | 'off'> = { ...OFF_BY_DEFAULT };
  for (const [code, severity] of Object.entries(record(root.checks))) {
    if (severity === 'off' || severity === 'hint' || severity === 'information' || severity === 'warning') {
      checks[code] = severity;
    }
  }
  return {
    files: {
      rules: strings(files.rules) ?? defaults.files.rules,
      alertmanager: strings(files.alertmanager) ?? defaults.files.alertmanager,
    },
    prometheus: {
      targetVersion: string(prometheus.targetVersion) ?? '',
      enableFeatures: strings(prometheus.enableFeatures) ?? [],
      nameValidation: prometheus.nameValidation === 'legacy' ? 'legacy' : 'utf8',
    },
    alertmanager: {
      targetVersion: string(alertmanager.targetVersion) ?? '',
      matchers:
        alertmanager.matchers === 'utf8' || alertmanager.matchers === 'classic'
          ? alertmanager.matchers
          : 'fallback',
    },
    code: readQuerySettings(root.code),
    checks,
    inlayHints: { enabled: record(root.inlayHints).enabled !== false },
    format: { enabled: record(root.format).enabled !== false },
  };
}

/** The PromQL that the settings' Prometheus reads. A version that can't be read is the newest. */
export function dialectOf(settings: Settings): PromqlDialect {
  return {
    version: parseVersion(settings.prometheus.targetVersion) ?? NEWEST_PROMETHEUS,
    features: new Set(settings.prometheus.enableFeatures),
  };
}

/** The newest Alertmanager whose configuration the tables know: the default target. */
export const NEWEST_ALERTMANAGER: readonly [number, number] = [0, 34];

/** The configuration that the settings' Alertmanager reads. A version that can't be read is the newest. */
export function configDialectOf({ alertmanager }: Settings): ConfigDialect {
  return {
    version: parseVersion(alertmanager.targetVersion) ?? NEWEST_ALERTMANAGER,
    matchers: alertmanager.matchers,
  };
}

/** `3.5`, `v3.5.0`, `3` → `[3, 5]`, `[3, 0]`; undefined for anything else. */
export function parseVersion(text: string): readonly [number, number] | undefined {
  const match = /^v?(\d{1,4})(?:\.(\d{1,4}))?(?:[.+-].*)?$/.exec(text.trim());
  return match ? [Number(match[1]), Number(match[2] ?? 0)] : undefined;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function strings(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : undefined;
}

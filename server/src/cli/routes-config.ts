/** Reading the configuration that `alertwright routes` works with. */
import type { RouteModel, ConfigModel } from '../formats/alertmanager/model';
import { readConfig } from '../formats/alertmanager/read';
import { MATCHER_MODES, type MatcherMode } from '../languages/matchers/parse';
import type { Finding } from '../text/finding';
import { LineIndex } from '../text/line-index';
import { readSettingsOf } from '../workspace/read-settings';
import { UsageError, type Arguments } from './args';
import { decode } from './decode';
import { settingsOf } from './language-options';
import { write } from './output';
import { reasonOf } from './problem';
import { readBytes } from './read';
import { excerptAround } from './report';
import { findingText } from './report-text';
import { screenOf } from './terminal';

/** A configuration that Alertmanager would load. */
export interface LoadedConfig {
  readonly model: ConfigModel & { readonly route: RouteModel };
  readonly lines: LineIndex;
}

/** The text of a file; throws an error that says which one, and why it can't be read. */
export function readText(path: string): { readonly text: string; readonly fault?: Finding } {
  try {
    return decode(readBytes(path));
  } catch (error) {
    throw new Error(`${path}: ${reasonOf(error)}`);
  }
}

/**
 * Reads a configuration. Its errors, for which Alertmanager would refuse it, go to standard error, and then there is
 * no configuration.
 */
export async function loadConfig(path: string, args: Arguments): Promise<LoadedConfig | undefined> {
  const { text, fault } = readText(path);
  const { model, findings } = readConfig(text, {
    ...readSettingsOf(settingsOf(args)).config,
    matchers: matcherMode(args),
  });
  const { route } = model;
  const errors = fault ? [fault] : findings.filter(({ severity }) => severity === 'error');
  const lines = new LineIndex(text);
  if (errors.length === 0 && route) return { model: { ...model, route }, lines };
  await complainOf(path, errors, lines);
  return undefined;
}

/** How matchers are read: `--matchers`. */
export function matcherMode({ options }: Arguments): MatcherMode {
  const given = options.get('matchers')?.at(-1);
  return MATCHER_MODES.find((mode) => mode === given) ?? 'fallback';
}

/** The file that `--config` names. */
export function configPath({ options }: Arguments): string {
  const path = options.get('config')?.at(-1);
  if (path === undefined) throw new UsageError('routes needs --config FILE, an Alertmanager configuration');
  return path;
}

/** Shows findings with their places on standard error. */
export function complainOf(path: string, findings: readonly Finding[], lines: LineIndex): Promise<void> {
  return write(process.stderr, findingsInText(path, findings, lines, process.stderr).join('\n'));
}

/** Findings for people, with the source line and carets; each with a line break at its end. */
export function findingsInText(
  path: string,
  findings: readonly Finding[],
  lines: LineIndex,
  stream: NodeJS.WriteStream,
): string[] {
  return findings.map(({ span, severity, code, message }) => {
    const [start, end] = [lines.positionAt(span.from), lines.positionAt(span.to)];
    const excerpt = excerptAround(start, lines);
    return findingText(path, { range: { start, end }, severity, code, message, excerpt }, screenOf(stream));
  });
}

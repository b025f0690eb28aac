import type { YamlNode } from '../../languages/yaml/nodes';
import { parseYaml } from '../../languages/yaml/parse';
import type { Finding } from '../../text/finding';
import { IDENTITY_MAP, yamlFinding } from '../rules/slice';
import { crossFindings } from './cross';
import { decodeConfig, type ConfigContext } from './decode';
import { configFacts } from './facts';
import type { ConfigModel } from './model';

export interface ReadConfig {
  readonly root?: YamlNode;
  readonly model: ConfigModel;
  readonly findings: readonly Finding[];
  /** YAML can't be read as it stands, so the rest is a best guess. */
  readonly broken: boolean;
}

/** What reading a configuration depends on besides its text. */
export interface ConfigSettings extends Omit<ConfigContext, 'text'> {
  /** Advice beyond what Alertmanager refuses, on any part of a configuration by itself. */
  readonly advise?: (model: ConfigModel, text: string) => readonly Finding[];
}

/** Parses and decodes `text` as one configuration; reads on behind faults. */
export function readConfig(text: string, settings: ConfigSettings): ReadConfig {
  const read = readConfigPiece(text, settings);
  // Behind a fault of YAML, what is missing may only not have been read.
  return read.broken ? read : withCross(read, settings);
}

/** As `readConfig`, without what shows in a whole file only. */
export function readConfigPiece(text: string, settings: ConfigSettings): ReadConfig {
  const [document] = parseYaml(text, { firstDocumentOnly: true, recover: true, dialect: 'v2' });
  const faults = document?.faults ?? [];
  const guesses = faults.map(({ span }) => span);
  const { model, findings } = decodeConfig(document?.root, { ...settings, text, guesses });
  const all = [...faults.map(yamlFinding), ...findings, ...(settings.advise?.(model, text) ?? [])];
  return { root: document?.root, model, findings: all, broken: faults.length > 0 };
}

/**
 * Decodes a tree that was parsed from `text` already: the part of a configuration that stands in Helm values, which are
 * laid over those of the chart and of other files. What is missing there may stand elsewhere.
 */
export function readConfigNode(
  root: YamlNode | undefined,
  text: string,
  settings: ConfigSettings,
): ReadConfig {
  const { model, findings } = decodeConfig(root, { ...settings, text, isPartial: true });
  const all = [...findings, ...(settings.advise?.(model, text) ?? [])];
  return withCross({ root, model, findings: all, broken: false }, settings);
}

function withCross(read: ReadConfig, settings: ConfigSettings): ReadConfig {
  const cross = crossFindings([{ facts: configFacts(read.model), map: IDENTITY_MAP }], settings);
  return { ...read, findings: [...read.findings, ...cross] };
}

import { alertmanagerTemplates } from '../languages/gotemplate/alertmanager';
import type { CodeSurroundings } from '../languages/code/tree';
import { maskPlaceholders } from '../formats/templated/mask';
import type { Analysis } from './analysis';
import { ConfigAnalysis } from './config-analysis';
import { classify, type ClassifiedSource } from './classify';
import { HostAnalysis } from './host-analysis';
import { hostReader, hostSettings } from './hosts';
import { PromqlAnalysis } from './promql-analysis';
import { readSettingsOf } from './read-settings';
import { RulesAnalysis } from './rules-analysis';
import { dialectOf, type Settings } from './settings';
import { TemplateAnalysis } from './template-analysis';
import { WholeAnalysis } from './whole-analysis';

/** What reading a document depends on besides itself and the settings. */
export interface Surroundings extends CodeSurroundings {
  /** Nothing but its findings is going to be asked for, which takes less. */
  readonly once?: boolean;
}

/** Reads a document as what it is; undefined for one that isn't ours. */
export function analyse(
  source: ClassifiedSource,
  settings: Settings,
  surroundings: Surroundings = {},
): Analysis | undefined {
  const kind = classify(source, settings);
  const { text } = source;
  if (kind === undefined) return undefined;
  const readHost = hostReader(kind, source, settings, surroundings);
  if (readHost) return new HostAnalysis(kind, text, readHost, hostSettings(settings));
  const read = readSettingsOf(settings, surroundings.once);
  switch (kind) {
    case 'promql':
      return new PromqlAnalysis(text, dialectOf(settings));
    case 'template':
      return new TemplateAnalysis(text, alertmanagerTemplates(read.config.version), source.path);
    case 'embedded':
      return new WholeAnalysis(kind, text, read);
    case 'rules':
    case 'alertmanager':
      if (maskPlaceholders(text.slice(0), kind).kind !== 'none') return new WholeAnalysis(kind, text, read);
      return kind === 'rules' ? new RulesAnalysis(text, read.rules) : new ConfigAnalysis(text, read.config);
    default:
      return undefined;
  }
}

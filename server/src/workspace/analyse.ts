import { alertmanagerTemplates } from '../languages/gotemplate/alertmanager';
import { maskPlaceholders } from '../formats/templated/mask';
import type { Analysis } from './analysis';
import { ConfigAnalysis } from './config-analysis';
import { classify, type ClassifiedSource } from './classify';
import { PromqlAnalysis } from './promql-analysis';
import { readSettingsOf } from './read-settings';
import { RulesAnalysis } from './rules-analysis';
import { dialectOf, type Settings } from './settings';
import { TemplateAnalysis } from './template-analysis';
import { WholeAnalysis } from './whole-analysis';

/**
 * Reads a document as what it is; undefined for one that isn't ours.
 * @param once nothing but its findings is going to be asked for, which takes less
 */
export function analyse(source: ClassifiedSource, settings: Settings, once = false): Analysis | undefined {
  const kind = classify(source, settings);
  const { text } = source;
  if (kind === undefined) return undefined;
  if (kind === 'promql') return new PromqlAnalysis(text, dialectOf(settings));
  const read = readSettingsOf(settings, once);
  if (kind === 'template') {
    return new TemplateAnalysis(text, alertmanagerTemplates(read.config.version), source.path);
  }
  if (kind === 'embedded' || maskPlaceholders(text.slice(0), kind).kind !== 'none') {
    return new WholeAnalysis(kind, text, read);
  }
  return kind === 'rules' ? new RulesAnalysis(text, read.rules) : new ConfigAnalysis(text, read.config);
}

import { maskPlaceholders } from '../formats/templated/mask';
import type { Analysis } from './analysis';
import { classify, type ClassifiedSource } from './classify';
import { PromqlAnalysis } from './promql-analysis';
import { readSettingsOf } from './read-settings';
import { RulesAnalysis } from './rules-analysis';
import { dialectOf, type Settings } from './settings';
import { WholeAnalysis } from './whole-analysis';

/** Reads a document as what it is; undefined for one that isn't ours. */
export function analyse(source: ClassifiedSource, settings: Settings): Analysis | undefined {
  const kind = classify(source, settings);
  if (kind === undefined) return undefined;
  if (kind === 'promql') return new PromqlAnalysis(source.text, dialectOf(settings));
  const readSettings = readSettingsOf(settings);
  const isPlain = kind === 'rules' && maskPlaceholders(source.text.slice(0)).kind === 'none';
  return isPlain
    ? new RulesAnalysis(source.text, readSettings)
    : new WholeAnalysis(kind, source.text, readSettings);
}

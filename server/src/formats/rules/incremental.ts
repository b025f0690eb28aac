import type { TextSource } from '../../text/text-buffer';
import type { PieceFormat } from '../pieces/format';
import { IncrementalFile } from '../pieces/incremental';
import type { Unit } from '../pieces/unit';
import { factsOf, type RuleFacts } from './facts';
import { RulesTogether } from './file-findings';
import { RULE_JOINTS, ruleSurroundings, type RuleScan } from './line-scanner';
import type { RuleFileModel } from './model';
import { readModel, readRules, type ReadSettings } from './slice';

/** A piece of a rule file: a rule, a group without its rules, or the file without its groups. */
export type RuleUnit = Unit<RuleFacts>;

/** A rule file under edit. */
export class IncrementalRules extends IncrementalFile<RuleScan, RuleFileModel, RuleFacts> {
  constructor(text: TextSource, settings: ReadSettings) {
    super(text, formatOf(settings));
  }
}

function formatOf(settings: ReadSettings): PieceFormat<RuleScan, RuleFileModel, RuleFacts> {
  return {
    joints: RULE_JOINTS,
    yaml: 'v3',
    once: settings.once,
    surroundings: ({ last }) => ruleSurroundings(last),
    read: (text) => readRules(text, settings),
    readModel: (text) => readModel(text, settings),
    facts: ({ model }, _text, has) => factsOf(model, has, !settings.once),
    together: () => new RulesTogether(),
  };
}

import { ignoredDocument } from '../formats/rules/duplicates';
import { IncrementalRules, type RuleUnit } from '../formats/rules/incremental';
import type { ReadSettings, RuleSlice } from '../formats/rules/slice';
import type { Change } from '../text/change';
import type { Span } from '../text/span';
import type { TextSource } from '../text/text-buffer';
import { wholeDocument, type Analysis, type FactChanges, type PlacedFindings } from './analysis';

/** A plain rule file: an edit costs the rule that it touches. */
export class RulesAnalysis implements Analysis {
  readonly kind = 'rules';
  readonly #rules: IncrementalRules;

  constructor(text: TextSource, settings: ReadSettings) {
    this.#rules = new IncrementalRules(text, settings);
  }

  get isDoubtful(): boolean {
    return this.#rules.isDoubtful;
  }

  update(change: Change): FactChanges {
    return this.#rules.update(change);
  }

  confirm(): FactChanges {
    return this.#rules.confirm();
  }

  *findings(): Iterable<PlacedFindings> {
    for (const unit of this.#rules.units()) if (unit.findings.length > 0) yield unit;
    const { secondDocument } = this.#rules;
    const ignored = secondDocument ? [ignoredDocument(secondDocument)] : [];
    yield wholeDocument([...this.#rules.fileFindings(), ...ignored]);
  }

  facts(): readonly RuleUnit[] {
    return this.#rules.units();
  }

  rulesAt(offset: number): RuleSlice {
    return this.#rules.sliceAt(offset);
  }

  rules(span?: Span): readonly RuleSlice[] {
    return span ? this.#rules.slicesIn(span) : [this.#rules.wholeSlice()];
  }
}

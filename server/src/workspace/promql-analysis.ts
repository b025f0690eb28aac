import { metricRefs } from '../languages/promql/occurrences';
import { parse } from '../languages/promql/parse';
import type { ParseResult } from '../languages/promql/ast';
import type { PromqlDialect } from '../languages/promql/knowledge';
import type { TextSource } from '../text/text-buffer';
import { labelUses } from '../formats/rules/facts';
import { IDENTITY_MAP } from '../formats/rules/slice';
import {
  wholeDocument,
  type Analysis,
  type FactChanges,
  type PlacedFacts,
  type PlacedFindings,
} from './analysis';

/** A `.promql` document: its whole text is one expression. */
export class PromqlAnalysis implements Analysis {
  readonly kind = 'promql';
  readonly isDoubtful = false;
  promql: ParseResult;
  #facts: readonly PlacedFacts[];

  constructor(
    private readonly text: TextSource,
    readonly dialect: PromqlDialect,
  ) {
    this.promql = parse(text.slice(0), { dialect });
    this.#facts = [this.#readFacts()];
  }

  update(): FactChanges {
    const removed = this.#facts;
    this.promql = parse(this.text.slice(0), { dialect: this.dialect });
    this.#facts = [this.#readFacts()];
    return { removed, added: this.#facts };
  }

  confirm(): FactChanges {
    return { removed: [], added: [] };
  }

  findings(): PlacedFindings[] {
    const findings = this.promql.faults.map((fault) => ({ ...fault, severity: 'error' as const }));
    return [wholeDocument(findings)];
  }

  facts(): readonly PlacedFacts[] {
    return this.#facts;
  }

  rulesAt(): undefined {
    return undefined;
  }

  rules(): [] {
    return [];
  }

  #readFacts(): PlacedFacts {
    const { expr } = this.promql;
    const uses = expr ? metricRefs(expr) : [];
    return { facts: { groups: [], rules: [], uses, labels: labelUses(expr) }, map: IDENTITY_MAP };
  }
}

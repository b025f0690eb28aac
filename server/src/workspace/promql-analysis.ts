import { adviseOnExpr } from '../checks/promql';
import type { Finding } from '../text/finding';
import { parse } from '../languages/promql/parse';
import type { ParseResult } from '../languages/promql/ast';
import type { PromqlDialect } from '../languages/promql/knowledge';
import type { TextSource } from '../text/text-buffer';
import { labelUses, usesIn } from '../formats/rules/facts';
import { IDENTITY_MAP } from '../formats/rules/slice';
import { wholeDocument, type PlacedFacts, type PlacedFindings } from './analysis';
import { RereadAnalysis } from './reread-analysis';

/** A `.promql` document: its whole text is one expression. */
export class PromqlAnalysis extends RereadAnalysis {
  readonly kind = 'promql';
  promql: ParseResult;
  #facts: readonly PlacedFacts[];

  constructor(
    private readonly text: TextSource,
    readonly dialect: PromqlDialect,
  ) {
    super();
    this.promql = this.#parse();
    this.#facts = [this.#readFacts()];
  }

  findings(): PlacedFindings[] {
    const { faults, expr } = this.promql;
    const errors = faults.map((fault): Finding => ({ ...fault, severity: 'error' }));
    return [wholeDocument([...errors, ...(expr ? adviseOnExpr(expr) : [])])];
  }

  facts(): readonly PlacedFacts[] {
    return this.#facts;
  }

  protected read(): void {
    this.promql = this.#parse();
    this.#facts = [this.#readFacts()];
  }

  #parse(): ParseResult {
    return parse(this.text.slice(0), { dialect: this.dialect });
  }

  #readFacts(): PlacedFacts {
    const { expr } = this.promql;
    const uses = expr ? usesIn(expr, IDENTITY_MAP, { kind: 'query' }) : [];
    return { facts: { groups: [], rules: [], uses, labels: labelUses(expr) }, map: IDENTITY_MAP };
  }
}

import type { Analysis, FactChanges, PlacedFacts, PlacedFindings } from './analysis';
import type { DocumentKind } from './classify';
import type { RuleSlice } from '../formats/rules/slice';

/** An analysis of documents that are read as a whole after each edit, as people keep them small. */
export abstract class RereadAnalysis implements Analysis {
  abstract readonly kind: DocumentKind;
  readonly isDoubtful = false;

  update(): FactChanges {
    const removed = this.facts();
    this.read();
    return { removed, added: this.facts() };
  }

  confirm(): FactChanges {
    return { removed: [], added: [] };
  }

  abstract findings(): Iterable<PlacedFindings>;

  abstract facts(): readonly PlacedFacts[];

  rulesAt(): RuleSlice | undefined {
    return undefined;
  }

  rules(): readonly RuleSlice[] {
    return [];
  }

  /** Reads the document as it is now. */
  protected abstract read(): void;
}

import { mergeChanges, type Change } from '../text/change';
import { LineIndex, type Position } from '../text/line-index';
import { TextBuffer } from '../text/text-buffer';
import { movedAdvice } from './advice';
import type { Analysis, FactChanges, PlacedFindings } from './analysis';

/** An edit as LSP sends it; without a range the text is all new. */
export interface ContentChange {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/**
 * A document that an editor has open. Edits are taken at once and understood when somebody asks, so that a burst of
 * them costs one analysis.
 */
export class OpenDocument {
  readonly text: TextBuffer;
  readonly lines: LineIndex;
  #analysis: Analysis | undefined;
  #pending: Change | undefined;
  /** What `wholeAdvice` gave, moved by the edits since then. */
  advice: readonly PlacedFindings[] = [];

  /** `onFacts` hears what edits did to the document's facts. */
  constructor(
    readonly uri: string,
    readonly languageId: string,
    public version: number,
    text: string,
    private readonly onFacts: (changes: FactChanges) => void,
  ) {
    this.text = new TextBuffer(text);
    this.lines = new LineIndex(this.text);
  }

  /** What is understood of the text as it is now; undefined for a document that isn't ours. */
  get analysis(): Analysis | undefined {
    if (this.#pending && this.#analysis) {
      const change = this.#pending;
      this.#pending = undefined;
      this.onFacts(this.#analysis.update(change));
    }
    return this.#analysis;
  }

  /** Sets what was made of the current text, after opening or when kind or settings changed. */
  set analysis(analysis: Analysis | undefined) {
    if (this.#analysis) this.onFacts({ removed: this.#analysis.facts(), added: [] });
    this.#analysis = analysis;
    this.#pending = undefined;
    this.advice = [];
    if (analysis) this.onFacts({ removed: [], added: analysis.facts() });
  }

  /** Has the analysis settle what it left open. */
  confirm(): void {
    const { analysis } = this;
    if (analysis?.isDoubtful) this.onFacts(analysis.confirm());
  }

  edit(changes: readonly ContentChange[], version: number): void {
    this.version = version;
    for (const { range, text } of changes) {
      const a = range ? this.lines.offsetAt(range.start) : 0;
      const b = range ? this.lines.offsetAt(range.end) : this.text.length;
      const from = Math.min(a, b);
      const oldTo = Math.max(a, b);
      const change = { from, oldTo, newTo: from + text.length };
      this.text.replace(change, text);
      this.lines.update(change);
      this.advice = movedAdvice(this.advice, change);
      this.#pending = this.#pending ? mergeChanges(this.#pending, change) : change;
    }
  }
}

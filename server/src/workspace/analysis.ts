import type { ConfigSlice } from '../formats/alertmanager/slice';
import type { HostFacts } from '../formats/hosts/facts';
import type { HostReading } from '../formats/hosts/host';
import type { HostedFragment } from '../formats/hosts/hosted';
import { IDENTITY_MAP, type RuleSlice } from '../formats/rules/slice';
import type { TemplateResult } from '../languages/gotemplate/ast';
import type { TemplateFacts } from '../languages/gotemplate/facts';
import type { ParseResult } from '../languages/promql/ast';
import type { Change } from '../text/change';
import type { Finding, TextEdit } from '../text/finding';
import type { OffsetMap, Refusal } from '../text/region';
import type { Span } from '../text/span';
import type { DocumentKind } from './classify';

/** What a piece of a document says that others may want to know. */
export interface Facts extends Partial<HostFacts> {
  readonly templates?: TemplateFacts;
}

/** Facts with the map of their spans to the document. */
export interface PlacedFacts {
  readonly facts: Facts;
  readonly map: OffsetMap;
}

/** Findings with the way of their spans and edits to the document. */
export interface PlacedFindings {
  readonly findings: readonly Finding[];
  readonly map: OffsetMap;
  encode(edits: readonly TextEdit[]): TextEdit[] | Refusal;
}

export interface FactChanges {
  readonly removed: readonly PlacedFacts[];
  readonly added: readonly PlacedFacts[];
}

/**
 * What is understood of one document's text, and kept up to date under edits. All kinds of documents answer alike;
 * what a kind doesn't have is empty.
 */
export interface Analysis {
  readonly kind: DocumentKind;
  /** The template language whose placeholders are taken as unknown. */
  readonly templated?: 'helm' | 'jinja';
  /** Follows a change that the text has taken, and says what that did to the facts. */
  update(change: Change): FactChanges;
  /** True while a whole reading may change the answer; see `confirm`. */
  readonly isDoubtful: boolean;
  confirm(): FactChanges;
  /** Every finding, piece by piece in document order. */
  findings(): Iterable<PlacedFindings>;
  facts(): readonly PlacedFacts[];
  /** The rule file, or the piece of it, around a document offset. */
  rulesAt(offset: number): RuleSlice | undefined;
  /** Every rule file in the document, whole; or those pieces that reach into the document span. */
  rules(span?: Span): readonly RuleSlice[];
  /** The Alertmanager configuration, or the piece of it, around a document offset. */
  configAt?(offset: number): ConfigSlice | undefined;
  /** Every Alertmanager configuration in the document, whole; or those pieces that reach into the document span. */
  configs?(span?: Span): readonly ConfigSlice[];
  /** The document as one expression. */
  readonly promql?: ParseResult;
  /** The document as a file of notification templates. */
  readonly template?: TemplateResult;
  /** The document as one that is not ours by itself, with what is in it for us. */
  readonly host?: HostReading;
  /** The texts of `host`, read; in document order. */
  readonly fragments?: readonly HostedFragment[];
  /** What another text would be understood as in the document's place. Of hosts only. */
  reread?(text: string): Analysis;
}

/** Findings whose spans are the document's. */
export function wholeDocument(findings: readonly Finding[]): PlacedFindings {
  return { findings, map: IDENTITY_MAP, encode: (edits) => [...edits] };
}

import type { Span } from '../../text/span';
import { limitAliases } from './aliases';
import { SyntaxFault } from './faults';
import type { YamlFault, YamlNode } from './nodes';
import { Parser } from './parser';
import type { Dialect } from './resolve';
import { Scanner } from './scanner';

/** One document, as far as it was read. */
export interface ReadDocument {
  readonly root?: YamlNode;
  readonly span: Span;
  /** Faults of aliases. */
  readonly faults: readonly YamlFault[];
}

/** What one pass over a stream found. */
export interface Pass {
  /** The documents that were read to their end. */
  readonly documents: readonly ReadDocument[];
  /** Why the pass ended early. */
  readonly fault?: SyntaxFault;
  /** What was read behind `documents`, up to the fault. */
  readonly rest: ReadDocument;
  readonly suspectQuote?: Span;
  /** How far the text was read. */
  readonly position: number;
}

/** Reads the documents of a stream up to its end or its first fault. */
export function readStream(text: string, firstOnly: boolean, dialect: Dialect): Pass {
  const scanner = new Scanner(text, dialect);
  const parser = new Parser(scanner);
  const documents: ReadDocument[] = [];
  let from = 0;
  const finish = (fault?: SyntaxFault): Pass => {
    const { position, suspectQuote } = scanner;
    const root = parser.abandon();
    const rest = { root, span: { from, to: text.length }, faults: parser.faults };
    if (root !== undefined && parser.hasAliases) limitAliases(root, parser.faults);
    if (fault === undefined && documents.length === 0) documents.push(rest);
    return { documents, fault, rest, suspectQuote, position };
  };
  try {
    for (;;) {
      const start = parser.startDocument(documents.length === 0);
      if (start === 'end') return finish();
      const root = parser.content(start);
      const to = parser.endDocument();
      const faults = parser.faults.splice(0);
      if (parser.hasAliases) limitAliases(root, faults);
      documents.push({ root, span: { from, to }, faults });
      from = to;
      if (firstOnly) return finish();
    }
  } catch (error) {
    if (error instanceof SyntaxFault) return finish(error);
    throw error;
  }
}

import type { ChangeAnnotation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { TextEdit } from '../text/finding';
import type { OpenDocument } from '../workspace/document';
import { fileName } from '../workspace/workspace';
import { toRange } from './convert';

/** Why an edit should be looked at before it is made. */
export interface Doubt {
  /** What the edit is of, for the list of them: `Text in Markdown`. */
  readonly label: string;
  readonly description: string;
}

interface DocumentChange {
  readonly document: OpenDocument;
  /** By their places, so that what several ways lead to is edited once. */
  readonly edits: Map<string, { readonly edit: TextEdit; readonly doubt?: Doubt }>;
}

/** Edits of several documents. */
export class Changes {
  readonly #documents = new Map<string, DocumentChange>();

  add(document: OpenDocument, edits: readonly TextEdit[], doubt?: Doubt): void {
    if (edits.length === 0) return;
    const change = this.#documents.get(document.uri) ?? { document, edits: new Map<string, never>() };
    this.#documents.set(document.uri, change);
    for (const edit of edits) {
      const place = `${edit.span.from} ${edit.span.to}`;
      // One sure way to a place is enough.
      if (!doubt || !change.edits.has(place)) change.edits.set(place, { edit, doubt });
    }
  }

  /** The document's text with the edits made. */
  textOf({ uri, text }: OpenDocument): string {
    const edits = [...(this.#documents.get(uri)?.edits.values() ?? [])].map(({ edit }) => edit);
    let done = 0;
    const parts: string[] = [];
    for (const { span, newText } of edits.sort((a, b) => a.span.from - b.span.from)) {
      parts.push(text.slice(done, span.from), newText);
      done = span.to;
    }
    return parts.join('') + text.slice(done);
  }

  /** @param annotates the client asks about edits that need it; otherwise all are made */
  toLsp(annotates: boolean): WorkspaceEdit {
    const documents = [...this.#documents.values()];
    const isDoubted = documents.some(({ edits }) => [...edits.values()].some(({ doubt }) => doubt));
    if (!annotates || !isDoubted) {
      return {
        changes: Object.fromEntries(
          documents.map(({ document: { uri, lines }, edits }) => [
            uri,
            Array.from(edits.values(), ({ edit: { span, newText } }) => ({
              range: toRange(lines, span),
              newText,
            })),
          ]),
        ),
      };
    }
    const annotations: Record<string, ChangeAnnotation> = {};
    const documentChanges = documents.map(({ document, edits }): TextDocumentEdit => {
      const { uri, lines, version } = document;
      const annotated = Array.from(edits.values(), ({ edit: { span, newText }, doubt }) => {
        const change = { range: toRange(lines, span), newText };
        if (!doubt) return change;
        const annotationId = doubt.label;
        annotations[annotationId] = { ...doubt, needsConfirmation: true };
        return { ...change, annotationId };
      });
      // Files that no editor has open have no version.
      return { textDocument: { uri, version: version > 0 ? version : null }, edits: annotated };
    });
    return { documentChanges, changeAnnotations: annotations };
  }
}

/** `src/metrics.ts:12`, for messages. */
export function placeName({ uri, lines }: OpenDocument, offset: number): string {
  return `${fileName(uri)}:${lines.positionAt(offset).line + 1}`;
}

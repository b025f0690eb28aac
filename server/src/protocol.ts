/** Requests and notifications beyond LSP, shared by client and server. This file imports nothing. */

/** Server → client: what an open document was recognised as, sent when it is opened and when that changes. */
export const FileStatusNotification = 'alertwright/fileStatus';

export interface FileStatus {
  readonly uri: string;
  /** Absent for a document that isn't ours. */
  readonly kind?: 'rules' | 'embedded' | 'promql';
  /** Placeholders of a template language were found and are taken as unknown. */
  readonly templated?: 'helm' | 'jinja';
}

/** Client → server: the formatted expression at a position, as edits of the document. */
export const FormatExpressionRequest = 'alertwright/formatExpression';

export interface FormatExpressionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

export interface FormatExpressionResult {
  readonly edits?: readonly {
    readonly range: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
    readonly newText: string;
  }[];
  /** Why nothing can be formatted here. */
  readonly refused?: string;
}

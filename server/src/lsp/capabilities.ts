import {
  CodeActionKind,
  TextDocumentSyncKind,
  type ClientCapabilities,
  type DocumentSelector,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { TOKENS_LEGEND } from '../features/tokens-legend';

/** Documents that we format as a whole: in those of other languages we'd stand beside their own formatters. */
export const FORMATTED: DocumentSelector = [
  { language: 'promql' },
  { pattern: '**/*.{yml,yaml,rules,promql}' },
  { language: 'yaml' },
];

/** True for a client that can be told which documents we format. */
export function asksForFormatting({ textDocument }: ClientCapabilities): boolean {
  return (
    textDocument?.formatting?.dynamicRegistration === true &&
    textDocument.rangeFormatting?.dynamicRegistration === true
  );
}

/** What the server says it can do. */
export function capabilitiesFor(client: ClientCapabilities): ServerCapabilities {
  const formats = !asksForFormatting(client);
  return { ...CAPABILITIES, documentFormattingProvider: formats, documentRangeFormattingProvider: formats };
}

const CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: {
    resolveProvider: true,
    triggerCharacters: ['{', '(', '[', '"', ',', '=', '~', ' ', '@', '.', '$', ':'],
  },
  hoverProvider: true,
  signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [')'] },
  definitionProvider: true,
  referencesProvider: true,
  renameProvider: { prepareProvider: true },
  documentHighlightProvider: true,
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  documentLinkProvider: {},
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  inlayHintProvider: true,
  codeLensProvider: {},
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      CodeActionKind.RefactorRewrite,
      CodeActionKind.RefactorExtract,
    ],
    resolveProvider: true,
  },
  semanticTokensProvider: { legend: TOKENS_LEGEND, range: true, full: true },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};

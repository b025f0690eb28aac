import {
  ErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type Position,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { codeActions } from '../features/actions';
import { alertRules } from '../features/alert-rules';
import { codeLenses } from '../features/code-lens';
import { completion, resolveCompletion, type Completion } from '../features/completion';
import { withEditRange } from '../features/completion-defaults';
import { featureContext, offsetOf, type FeatureContext } from '../features/context';
import { toLspEdits } from '../features/convert';
import { definition, references } from '../features/definition';
import { resolveAction } from '../features/metric-actions';
import { isForeignPlace } from '../features/foreign-place';
import { foldingRanges } from '../features/folding';
import { formatDocument, formatExpressionAt } from '../features/format';
import { documentHighlights } from '../features/highlight';
import { hover } from '../features/hover';
import { inlayHints } from '../features/inlay';
import { documentLinks } from '../features/links';
import { previewNotification } from '../features/preview';
import { prepareRename, rename } from '../features/rename';
import { routeAlertIn, routingConfigs } from '../features/routing';
import { selectionRange } from '../features/selection';
import { signatureHelp } from '../features/signature';
import { documentSymbols } from '../features/symbols';
import { semanticTokens } from '../features/tokens';
import { workspaceSymbols } from '../features/workspace-symbols';
import {
  AlertRulesRequest,
  FormatExpressionRequest,
  PreviewNotificationRequest,
  RouteAlertRequest,
  RoutingConfigsRequest,
  type FormatExpressionParams,
  type FormatExpressionResult,
  type PreviewNotificationParams,
  type PreviewNotificationResult,
  type RouteAlertParams,
} from '../protocol';
import type { Workspace } from '../workspace/workspace';

interface OnDocument {
  readonly textDocument: TextDocumentIdentifier;
  readonly position?: Position;
}

/**
 * Connects each request to its feature.
 * @param itemDefaults what the client lets a list of completions say for all its items
 * @param annotates the client asks about edits that need it
 * @param whenIndexed resolves when the files of the workspace are known; what must not miss one waits for it
 */
export function registerRequests(
  connection: Connection,
  workspace: Workspace,
  itemDefaults: readonly string[],
  annotates: boolean,
  whenIndexed: () => Promise<void>,
): void {
  let lastCompletion: Completion | undefined;

  /**
   * A handler that finds the document and answers `nothing` for one that isn't ours, or a place in it that isn't. A
   * feature that fails is logged and answers `nothing`: the editor goes on.
   */
  function on<P extends OnDocument, R>(
    nothing: R,
    feature: (context: FeatureContext, params: P) => R | Promise<R>,
  ): (params: P, token: CancellationToken) => Promise<R> {
    return async (params, token) => {
      const document = workspace.documents.get(params.textDocument.uri);
      if (!document?.analysis || token.isCancellationRequested) return nothing;
      try {
        const context = featureContext(workspace, document);
        if (params.position && isForeignPlace(context, params.position)) return nothing;
        return await feature(context, params);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return nothing;
      }
    };
  }

  connection.onCompletion(
    on({ isIncomplete: false, items: [] }, (context, { position }) => {
      lastCompletion = completion(context, position);
      const { list } = lastCompletion;
      return itemDefaults.includes('editRange') ? withEditRange(list) : list;
    }),
  );
  connection.onCompletionResolve((item) => resolveCompletion(item, lastCompletion?.suggestions ?? []));
  connection.onHover(on(null, async (context, { position }) => (await hover(context, position)) ?? null));
  connection.onSignatureHelp(on(null, (context, { position }) => signatureHelp(context, position) ?? null));
  connection.onDefinition(
    on(null, async (context, { position }) => {
      await whenIndexed();
      return definition(context, position);
    }),
  );
  connection.onReferences(
    on(null, async (context, { position, context: { includeDeclaration } }) => {
      await whenIndexed();
      return references(context, position, includeDeclaration);
    }),
  );
  connection.onPrepareRename(
    on(null, async (context, { position }) => {
      await whenIndexed();
      return allowed(await prepareRename(context, position));
    }),
  );
  connection.onRenameRequest(
    on(null, async (context, { position, newName }) => {
      await whenIndexed();
      return allowed(await rename(context, position, newName, annotates));
    }),
  );
  connection.onDocumentHighlight(on(null, (context, { position }) => documentHighlights(context, position)));
  connection.onDocumentSymbol(on(null, (context) => orNothing(context, documentSymbols(context))));
  connection.onDocumentLinks(on(null, (context) => documentLinks(context)));
  connection.onFoldingRanges(on(null, (context) => orNothing(context, foldingRanges(context))));
  connection.onSelectionRanges(
    on(null, (context, { positions }) =>
      positions.some((position) => isForeignPlace(context, position))
        ? null
        : positions.map((position) => selectionRange(context, position)),
    ),
  );
  connection.onCodeAction(
    on(null, (context, { range, context: { diagnostics } }) => codeActions(context, range, diagnostics)),
  );
  connection.onCodeActionResolve((action) => resolveAction(workspace, action));
  connection.onDocumentFormatting(
    on(null, ({ document, settings }) =>
      settings.format.enabled ? toLspEdits(document.lines, formatDocument(document, settings)) : null,
    ),
  );
  connection.onDocumentRangeFormatting(
    on(null, (context, { range }) => {
      const { document, settings } = context;
      if (!settings.format.enabled) return null;
      const span = { from: offsetOf(context, range.start), to: offsetOf(context, range.end) };
      return toLspEdits(document.lines, formatDocument(document, settings, span));
    }),
  );
  connection.languages.inlayHint.on(on(null, (context, { range }) => inlayHints(context, range)));
  connection.languages.semanticTokens.on(on({ data: [] }, (context) => semanticTokens(context)));
  connection.languages.semanticTokens.onRange(
    on({ data: [] }, (context, { range }) => semanticTokens(context, range)),
  );
  connection.onCodeLens(
    on([], async (context) => {
      await whenIndexed();
      return codeLenses(context);
    }),
  );
  connection.onRequest(RoutingConfigsRequest, async () => {
    await whenIndexed();
    return routingConfigs(workspace);
  });
  connection.onRequest(RouteAlertRequest, (params: RouteAlertParams) => routeAlertIn(workspace, params));
  connection.onRequest(
    PreviewNotificationRequest,
    on<PreviewNotificationParams, PreviewNotificationResult>(
      { title: '', messages: [], problem: 'This document is not ours.' },
      async (context, params) => {
        await whenIndexed();
        return previewNotification(context, params);
      },
    ),
  );
  connection.onRequest(AlertRulesRequest, async () => {
    await whenIndexed();
    return alertRules(workspace);
  });
  connection.onWorkspaceSymbol(async ({ query }) => {
    await whenIndexed();
    return workspaceSymbols(workspace, query);
  });
  connection.onRequest(
    FormatExpressionRequest,
    on<FormatExpressionParams, FormatExpressionResult>(
      { refused: 'This document is not ours.' },
      (context, { position }) => {
        const { document, settings } = context;
        const edits = formatExpressionAt(document, settings, offsetOf(context, position));
        return 'refused' in edits ? edits : { edits: toLspEdits(document.lines, edits) };
      },
    ),
  );
}

/** In a document of another language no answer, instead of an empty one that would be taken for the last word. */
function orNothing<T>({ document }: FeatureContext, answer: T[]): T[] | null {
  return document.analysis?.host && answer.length === 0 ? null : answer;
}

/** A refusal becomes the error that the editor shows. */
function allowed<T extends object>(answer: T | { readonly refused: string }): T {
  if ('refused' in answer) throw new ResponseError(ErrorCodes.InvalidRequest, answer.refused);
  return answer;
}

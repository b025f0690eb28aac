import type { DocumentFilter, TextDocument } from 'vscode';
import { Disposable, Range, languages, workspace } from 'vscode';
import type { Server } from './server';

/** A key that Prometheus or Alertmanager files have, at the beginning of a line. */
const TELLING_KEY = /^[ \t]*(?:-[ \t]+)*["']?(?:groups|alert|record|expr|route|receivers)["']?[ \t]*:/m;

/** What makes a template file worth defining: other programs' .tmpl files rarely have it. */
const DEFINE = /\{\{-?\s*define\b/;

/** What a page of samples says of each metric. */
const TELLING_COMMENT = /^# (?:TYPE|HELP) \S/m;

/** Languages of YAML, of which most files are other programs'. */
const YAML = /yaml|dockercompose|helm|prometheus|ansible|home-assistant/;

/** What programs, pages and dashboards have that concern us: a library of metrics, a query, a rule, a panel. */
const TELLING_WORD =
  /prom-client|prometheus|promql|opentelemetry|nestjs|fastify-metrics|api\/v1\/|["']?expr["']?\s*[:=]|"panels"\s*:|\.(?:inc|observe|labels)\(/i;

/** Where these are looked for; a file of ours shows them near its beginning. */
const FIRST_LINES = new Range(0, 0, 2000, 0);

/**
 * Starts the server once an open document may be ours, so that other YAML costs nothing.
 * Whether it is ours decides the server.
 */
export function whenOursIsSeen(server: Server): Disposable {
  const listeners: Disposable[] = [];
  const stop = (): void => {
    for (const listener of listeners.splice(0)) listener.dispose();
  };
  const look = (document: TextDocument): void => {
    if (!mayBeOurs(document, server.documents)) return;
    stop();
    void server.start();
  };
  listeners.push(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument((event) => {
      look(event.document);
    }),
  );
  workspace.textDocuments.forEach(look);
  return new Disposable(stop);
}

function mayBeOurs(document: TextDocument, candidates: readonly DocumentFilter[]): boolean {
  if (languages.match(candidates, document) === 0) return false;
  if (document.languageId === 'promql') return true;
  if (document.languageId === 'alertmanager-template') return DEFINE.test(document.getText(FIRST_LINES));
  if (document.languageId !== 'plaintext' && !YAML.test(document.languageId)) {
    return TELLING_WORD.test(document.getText(FIRST_LINES));
  }
  const settings = workspace.getConfiguration('alertwright.files', document);
  const globs = ['rules', 'alertmanager'].flatMap((kind) => settings.get<string[]>(kind) ?? []);
  return (
    globs.some((pattern) => languages.match({ pattern }, document) > 0) ||
    TELLING_KEY.test(document.getText(FIRST_LINES)) ||
    TELLING_COMMENT.test(document.getText(FIRST_LINES))
  );
}

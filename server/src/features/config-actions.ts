import { CodeActionKind, type CodeAction, type Diagnostic } from 'vscode-languageserver-types';
import { addNamed, sharedSettings } from '../formats/alertmanager/edits';
import { configNames, type ConfigName } from '../formats/alertmanager/names';
import type { RouteModel } from '../formats/alertmanager/model';
import type { ConfigSlice } from '../formats/alertmanager/slice';
import { yamlText } from '../formats/structure/yaml-text';
import type { TextEdit } from '../text/finding';
import { hostSpan } from '../text/region';
import { closest } from '../text/similar';
import { touches, type Span } from '../text/span';
import { toLspEdits } from './convert';
import type { FeatureContext } from './context';

/** What can be done about a configuration at a document span, beyond the fixes of its findings. */
export function configActions(
  context: FeatureContext,
  span: Span,
  shown: readonly Diagnostic[],
): CodeAction[] {
  const configs = context.document.analysis?.configs?.() ?? [];
  return configs
    .filter(({ extent }) => touches(extent, span.from))
    .flatMap((config) => [
      ...undefinedNames(context, config, span, shown),
      ...extractions(context, config, span),
    ]);
}

/** For receivers and time intervals that are used and missing: the name that was meant, or a definition. */
function undefinedNames(
  context: FeatureContext,
  config: ConfigSlice,
  span: Span,
  shown: readonly Diagnostic[],
): CodeAction[] {
  const names = configNames(config.model);
  const isDefined = ({ kind, text }: ConfigName): boolean =>
    names.some((name) => name.role === 'definition' && name.kind === kind && name.text === text);
  const missing = names.filter(
    (name) =>
      name.role === 'use' &&
      overlap(hostSpan(config.map, name.span), span) &&
      name.text !== '' &&
      !isDefined(name),
  );
  const fixed = shown.filter(
    ({ code }) => typeof code === 'string' && code.startsWith('alertmanager/undefined'),
  );
  const fix = (title: string, edit: TextEdit, isPreferred = false): CodeAction[] =>
    action(context, config, title, CodeActionKind.QuickFix, [edit], fixed).map((found) => ({
      ...found,
      isPreferred,
    }));
  return missing.flatMap((name) => {
    const defined = names.filter(({ role, kind }) => role === 'definition' && kind === name.kind);
    const meant = closest(
      name.text,
      defined.map(({ text }) => text),
    );
    const creation = definition(config, name);
    const title = `Create the ${name.kind.replace('-', ' ')} ${name.text}`;
    return [
      ...(meant === undefined
        ? []
        : fix(`Rename to ${meant}`, { span: name.span, newText: yamlText(meant) }, true)),
      ...(creation ? fix(title, creation) : []),
    ];
  });
}

/** The edit that defines what a name stands for. */
function definition({ text, model, at }: ConfigSlice, name: ConfigName): TextEdit | undefined {
  const list = name.kind === 'receiver' ? 'receivers' : 'time_intervals';
  // A list that isn't there would have to be put into the middle of the document.
  if (at.length > 0 && model.root?.fields.has(list) !== true) return undefined;
  return addNamed(text, model, list, name.text);
}

/** Settings that all children of a route repeat. */
function extractions(context: FeatureContext, config: ConfigSlice, span: Span): CodeAction[] {
  const { route } = config.model;
  const around = route ? routeAt(route, config.map.toFragment(span.from)) : undefined;
  if (!around) return [];
  return sharedSettings(config.text, around).flatMap(({ name, value, edits }) =>
    action(
      context,
      config,
      `Move ${name}: ${value} from all child routes to this route`,
      CodeActionKind.RefactorRewrite,
      edits,
    ),
  );
}

/** The innermost route around an offset. */
function routeAt(route: RouteModel, offset: number): RouteModel | undefined {
  if (!touches(route.struct.node.span, offset)) return undefined;
  for (const child of route.routes) {
    const inner = routeAt(child, offset);
    if (inner) return inner;
  }
  return route;
}

function overlap(a: Span, b: Span): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function action(
  { document }: FeatureContext,
  config: ConfigSlice,
  title: string,
  kind: CodeActionKind,
  edits: readonly TextEdit[],
  diagnostics: Diagnostic[] = [],
): CodeAction[] {
  const encoded = config.encode(edits);
  if (!Array.isArray(encoded)) return [];
  return [
    { title, kind, diagnostics, edit: { changes: { [document.uri]: toLspEdits(document.lines, encoded) } } },
  ];
}

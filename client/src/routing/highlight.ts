import type { TextEditor } from 'vscode';
import { Disposable, OverviewRulerLane, Range, ThemeColor, window } from 'vscode';
import type { RouteNode } from '../../../server/src/protocol';
import type { RoutingConfigs } from './configs';
import type { ReachedRoutes } from './reached';

/** Marks the lines of the reached routes in the editors that show their configuration. */
export function highlightReached(configs: RoutingConfigs, reached: ReachedRoutes): Disposable {
  const decoration = window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new ThemeColor('diffEditor.insertedLineBackground'),
    overviewRulerColor: new ThemeColor('charts.green'),
    overviewRulerLane: OverviewRulerLane.Left,
    borderStyle: 'solid',
    borderWidth: '0 0 0 3px',
    borderColor: new ThemeColor('charts.green'),
  });
  const update = (editor: TextEditor): void => {
    const uri = editor.document.uri.toString();
    const ranges = configs.current
      .filter((config) => config.uri === uri)
      .flatMap((config) =>
        routesOf(config.root)
          .filter(({ path }) => reached.has(config, path))
          .map(ownLines),
      );
    editor.setDecorations(decoration, ranges);
  };
  const updateAll = (): void => {
    window.visibleTextEditors.forEach(update);
  };
  return Disposable.from(
    decoration,
    reached.onDidChange(updateAll),
    configs.onDidChange(updateAll),
    window.onDidChangeVisibleTextEditors(updateAll),
  );
}

function routesOf(route: RouteNode): RouteNode[] {
  return [route, ...route.children.flatMap(routesOf)];
}

/** A route's lines without those of its children, which begin below the key `routes`. */
function ownLines({ range, children: [child] }: RouteNode): Range {
  const { start, end } = range;
  // A range of whole lines ends at the beginning of the one after them.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const beforeChild = child ? Math.max(start.line, child.range.start.line - 2) : last;
  return new Range(start.line, 0, Math.min(last, beforeChild), 0);
}

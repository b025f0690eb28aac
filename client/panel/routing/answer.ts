import type {
  Inhibitor,
  ProtocolRange,
  ReachedRoute,
  RouteAlertResult,
  RouteNode,
} from '../../../server/src/protocol';
import { button, element } from '../shared/dom';
import { showMatchers, showTrace } from './routes';
import { trace } from './trace';

/** What was answered, in one sentence that is read aloud when it changes. */
export function summarise({ reached, inhibitors, problem }: RouteAlertResult): string {
  if (problem !== undefined) return problem;
  if (inhibitors.some(({ active }) => active)) return 'Nothing is sent while another alert inhibits it.';
  const muted = reached.filter(({ mutedBy }) => mutedBy !== undefined);
  const notified = unique(reached.filter((route) => !muted.includes(route)));
  if (notified.length === 0) {
    return muted.length > 0 ? 'Nothing is sent at that time.' : 'No route notifies anybody.';
  }
  const silent = muted.length > 0 ? ` ${list(unique(muted))} muted at that time.` : '';
  return `Notifies ${list(notified)}.${silent}`;
}

function unique(reached: readonly ReachedRoute[]): string[] {
  return [...new Set(reached.map(({ receiver }) => receiver))];
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** The answer as a page: the way through the tree, who gets the alert and when, and what inhibits it. */
export function showAnswer(
  root: RouteNode,
  { reached, inhibitors }: RouteAlertResult,
  reveal: (range: ProtocolRange) => void,
): Node[] {
  const revealRoute = ({ range }: RouteNode): void => {
    reveal(range);
  };
  return [
    element('h2', {}, 'Path through the tree'),
    showTrace(trace(root, reached), revealRoute),
    element('h2', {}, 'Receivers'),
    element('div', { class: 'cards' }, ...reached.map((route) => showReached(root, route, revealRoute))),
    ...(inhibitors.length > 0
      ? [
          element('h2', {}, 'Inhibition'),
          element('ul', { class: 'inhibitors' }, ...inhibitors.map((each) => showInhibitor(each, reveal))),
        ]
      : []),
  ];
}

function showReached(
  root: RouteNode,
  reached: ReachedRoute,
  reveal: (route: RouteNode) => void,
): HTMLElement {
  const { receiver, integrations, group, groupWait, groupInterval, repeatInterval, mutedBy, uncertain } =
    reached;
  const route = routeAt(root, reached.path);
  return element(
    'article',
    { class: mutedBy === undefined ? 'card' : 'card muted' },
    element(
      'div',
      { class: 'bar' },
      element('h3', {}, receiver),
      ...integrations.map((kind) => element('span', { class: 'badge' }, kind)),
      integrations.length === 0 && element('span', { class: 'quiet' }, 'sends nothing'),
    ),
    mutedBy !== undefined && element('p', { class: 'note warning' }, `Not sent: ${mutedBy}`),
    uncertain &&
      element(
        'p',
        { class: 'note' },
        'A matcher on the way is filled in by a template language, so this is a guess.',
      ),
    element(
      'dl',
      {},
      ...(route
        ? term(
            'Route',
            button(
              { class: 'plain', title: 'Show in the editor' },
              () => {
                reveal(route);
              },
              ...showMatchers(route),
            ),
          )
        : []),
      ...term('Group', ...(group.length > 0 ? chips(group) : ['all alerts of this route together'])),
      ...term('First sent', `${groupWait} after the group’s first alert`),
      ...term('News of the group', `every ${groupInterval} at most`),
      ...term('Repeated', `after ${repeatInterval}`),
    ),
  );
}

function showInhibitor(
  { text, range, active }: Inhibitor,
  reveal: (range: ProtocolRange) => void,
): HTMLElement {
  return element(
    'li',
    { class: active ? 'active' : '' },
    button(
      { class: 'plain', title: 'Show in the editor' },
      () => {
        reveal(range);
      },
      text,
    ),
    ' ',
    active
      ? element('strong', {}, 'inhibits it now')
      : element('span', { class: 'quiet' }, 'would, if such an alert fired'),
  );
}

function term(name: string, ...description: readonly (Node | string)[]): HTMLElement[] {
  return [element('dt', {}, name), element('dd', {}, ...description)];
}

function chips(texts: readonly string[]): (Node | string)[] {
  return texts.flatMap((text) => [element('code', {}, text), ' ']);
}

function routeAt(root: RouteNode, path: readonly number[]): RouteNode | undefined {
  return path.reduce<RouteNode | undefined>((route, index) => route?.children[index], root);
}

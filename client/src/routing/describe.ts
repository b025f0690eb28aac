import type { RouteNode } from '../../../server/src/protocol';

/** What a route matches, as its name in the tree. */
export function routeLabel({ path, matchers }: RouteNode): string {
  if (path.length === 0) return 'Every alert';
  return matchers.length > 0 ? matchers.join(', ') : 'Every alert that comes here';
}

/** Whom a route notifies and what is special about it, in few words. */
export function routeDescription(route: RouteNode): string {
  const { receiver, continues, muteTimeIntervals, activeTimeIntervals } = route;
  return [
    `→ ${receiver}`,
    continues && 'continue',
    muteTimeIntervals.length > 0 && `muted: ${muteTimeIntervals.join(', ')}`,
    activeTimeIntervals.length > 0 && `active: ${activeTimeIntervals.join(', ')}`,
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

/** What holds at a route, its own settings and those that it inherits, as Markdown. */
export function routeTooltip(route: RouteNode): string {
  const { receiver, inheritsReceiver, continues, groupBy, groupWait, groupInterval, repeatInterval } = route;
  const { path, matchers, muteTimeIntervals, activeTimeIntervals, isOpen } = route;
  const matches =
    matchers.length > 0
      ? codes(matchers, ' and ')
      : path.length > 0
        ? 'every alert that comes here'
        : 'every alert';
  return [
    `**Matches** ${matches}`,
    isOpen && 'A template language fills in part of what it matches.',
    `**Receiver** ${code(receiver)}${inheritsReceiver ? ', of the route above' : ''}`,
    `**Grouped by** ${groupBy.length > 0 ? codes(groupBy) : 'nothing: all alerts together'}`,
    `**Sent** ${code(groupWait)} after a group’s first alert, its news every ${code(groupInterval)}, again after ${code(repeatInterval)}`,
    muteTimeIntervals.length > 0 && `**Muted during** ${codes(muteTimeIntervals)}`,
    activeTimeIntervals.length > 0 && `**Active only during** ${codes(activeTimeIntervals)}`,
    path.length > 0 &&
      (continues
        ? '**continue**: the routes after it are tried too.'
        : 'The routes after it are not tried for what it matches.'),
  ]
    .filter((line) => line !== false)
    .join('\n\n');
}

function codes(texts: readonly string[], separator = ', '): string {
  return texts.map(code).join(separator);
}

/** Text as code in Markdown, whatever backticks it has itself. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const shown = text.replace(/\s+/g, ' ');
  return longest > 0 ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

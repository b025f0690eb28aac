import { expect, it } from 'vitest';
import type { RouteNode } from '../../../server/src/protocol';
import { routeDescription, routeLabel, routeTooltip } from './describe';

const ROUTE: RouteNode = {
  path: [0],
  matchers: ['severity="critical"', 'team="db"'],
  receiver: 'pager',
  inheritsReceiver: false,
  continues: false,
  groupBy: ['alertname'],
  groupWait: '30s',
  groupInterval: '5m',
  repeatInterval: '4h',
  muteTimeIntervals: [],
  activeTimeIntervals: [],
  isOpen: false,
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  children: [],
};

it.each<[Partial<RouteNode>, string]>([
  [{}, 'severity="critical", team="db" → pager'],
  [{ path: [], matchers: [] }, 'Every alert → pager'],
  [{ matchers: [], continues: true }, 'Every alert that comes here → pager · continue'],
  [
    { muteTimeIntervals: ['nights'], activeTimeIntervals: ['work', 'lunch'] },
    'severity="critical", team="db" → pager · muted: nights · active: work, lunch',
  ],
])('%j is shown as %j', (change, wanted) => {
  const route = { ...ROUTE, ...change };
  expect(`${routeLabel(route)} ${routeDescription(route)}`).toBe(wanted);
});

it.each<[Partial<RouteNode>, string]>([
  [{}, '**Matches** `severity="critical"` and `team="db"`'],
  [{ matchers: ['a="`b``"'] }, '**Matches** ``` a="`b``" ```'],
  [{ matchers: ['a="[x](command:y)\n# z"'] }, '**Matches** `a="[x](command:y) # z"`'],
  [{ inheritsReceiver: true }, '**Receiver** `pager`, of the route above'],
  [{ groupBy: [] }, '**Grouped by** nothing: all alerts together'],
  [{ continues: true }, '**continue**: the routes after it are tried too.'],
])('the tooltip of %j says %j', (change, line) => {
  expect(routeTooltip({ ...ROUTE, ...change }).split('\n\n')).toContain(line);
});

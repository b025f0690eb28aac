import { expect, it } from 'vitest';
import type { ReachedRoute, RouteNode } from '../../../server/src/protocol';
import type { Step } from './trace';
import { runs, trace } from './trace';

type Tree = readonly [name: string, continues: boolean, ...children: Tree[]];

/** Critical alerts page and go on to their team, which is the second of two. */
const TREE: Tree = [
  'root',
  false,
  ['critical', true],
  ['api', false],
  ['db', false, ['replica', false], ['backup', true], ['other', false]],
  ['web', false],
];

it.each<[string, number[][], string]>([
  [
    'the default route alone',
    [[]],
    'root reached (critical rejected, api rejected, db rejected, web rejected)',
  ],
  [
    'past a sibling that does not continue',
    [[1]],
    'root passed (critical rejected, api reached, db untried, web untried)',
  ],
  [
    'on after a sibling that continues',
    [[0], [2, 1]],
    'root passed (critical reached, api rejected, db passed (replica rejected, backup reached, other rejected), web untried)',
  ],
  ['nothing at all', [], 'root passed (critical rejected, api rejected, db rejected, web rejected)'],
])('trace shows %s', (_, paths, wanted) => {
  expect(shown(trace(node(TREE, []), paths.map(reached)))).toBe(wanted);
});

it('runs joins neighbours that the alert did not come to', () => {
  const { steps } = trace(node(TREE, []), [reached([1])]);
  expect(runs(steps).map((run) => run.map(({ route }) => route.receiver))).toEqual([
    ['critical'],
    ['api'],
    ['db', 'web'],
  ]);
});

function node([name, continues, ...children]: Tree, path: readonly number[]): RouteNode {
  return {
    path,
    matchers: [],
    receiver: name,
    inheritsReceiver: false,
    continues,
    groupBy: [],
    groupWait: '30s',
    groupInterval: '5m',
    repeatInterval: '4h',
    muteTimeIntervals: [],
    activeTimeIntervals: [],
    isOpen: false,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    children: children.map((child, index) => node(child, [...path, index])),
  };
}

function reached(path: readonly number[]): ReachedRoute {
  return {
    path,
    receiver: '',
    integrations: [],
    group: [],
    groupWait: '',
    groupInterval: '',
    repeatInterval: '',
    uncertain: false,
  };
}

function shown({ route, fate, steps }: Step): string {
  const inner = steps.length > 0 ? ` (${steps.map(shown).join(', ')})` : '';
  return `${route.receiver} ${fate}${inner}`;
}

import type { Matcher } from '../../../languages/matchers/ast';
import { formatMatcher } from '../../../languages/matchers/notation';
import type { RouteModel } from '../model';
import { optionsOf } from './options';
import { reachedRoutes } from './walk';
import type { LabelLookup } from './truth';

/** A tree of titles, for printing. */
export interface Titled {
  readonly title: string;
  readonly children: readonly Titled[];
}

/** A route's matchers, sorted and in braces, as `amtool config routes` has them: `default-route` where there are none. */
export function routeTitle({ matchers, isOpen }: RouteModel): string {
  if (matchers.length === 0 && !isOpen) return 'default-route';
  const known = matchers.map(({ matcher }) => matcher).sort(compareMatchers);
  return `{${[...known.map(formatMatcher), ...(isOpen ? ['…'] : [])].join(',')}}`;
}

/** By name, value and operator, as Alertmanager sorts them (Matchers.Less in pkg/labels/matcher.go). */
function compareMatchers(a: Matcher, b: Matcher): number {
  const order = ['=', '!=', '=~', '!~'];
  return (
    compare(a.name, b.name) ||
    compare(a.value, b.value) ||
    order.indexOf(a.operator) - order.indexOf(b.operator)
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** All routes with their effective receivers, as `amtool config routes show` has them. */
export function routeTree(root: RouteModel): Titled {
  return titledRoute([root]);
}

function titledRoute(path: readonly RouteModel[]): Titled {
  const route = path.at(-1);
  if (!route) return { title: '', children: [] };
  const title = [routeTitle(route), ...(route.continues ? ['continue: true'] : []), receiverTitle(path)].join(
    '  ',
  );
  return { title, children: route.routes.map((child) => titledRoute([...path, child])) };
}

/** The routes that an alert passes, with the receivers where it ends, as `amtool config routes test --tree` has them. */
export function matchingTree(root: RouteModel, labels: LabelLookup): Titled {
  return passedRoute(
    reachedRoutes(root, labels).map(({ path }) => path),
    [root],
  );
}

function passedRoute(ends: readonly (readonly RouteModel[])[], path: readonly RouteModel[]): Titled {
  const depth = path.length;
  const route = path.at(-1);
  if (!route) return { title: '', children: [] };
  const isEnd = ends.some((end) => end.length === depth);
  const children = route.routes.flatMap((child) => {
    const below = ends.filter((end) => end[depth] === child);
    return below.length > 0 ? [passedRoute(below, [...path, child])] : [];
  });
  return { title: isEnd ? `${routeTitle(route)}  ${receiverTitle(path)}` : routeTitle(route), children };
}

function receiverTitle(path: readonly RouteModel[]): string {
  return `receiver: ${optionsOf(path).receiver?.value.text ?? ''}`;
}

/** The tree in lines, drawn as amtool draws it, with a line break at the end. */
export function drawTree(root: Titled): string {
  return ['.', ...draw([root], '')].map((line) => `${line}\n`).join('');
}

function draw(nodes: readonly Titled[], indent: string): string[] {
  return nodes.flatMap(({ title, children }, index) => {
    const isLast = index === nodes.length - 1;
    return [
      `${indent}${isLast ? '└──' : '├──'} ${title}`,
      ...draw(children, `${indent}${isLast ? '    ' : '│   '}`),
    ];
  });
}

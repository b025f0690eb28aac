import type { MatcherModel, RouteModel } from '../../formats/alertmanager/model';
import type { Advice } from '../check';
import type { AlertmanagerCheck } from './check';
import { alwaysMatches, areImplied, contradiction } from './implied';
import { routeSpan } from './walk';

/** An alert never gets to a route, because of what stands in front of it or around it. */
export const unreachableRoute: AlertmanagerCheck = {
  code: 'alertmanager/unreachable-route',
  severity: 'warning',
  title: 'Route that no alert gets to',
  explanation:
    'Routes are tried in order, and the first one that matches takes the alert, unless it has `continue: true`. A route ' +
    'is never reached where each of its alerts fulfils the matchers of an earlier one, or where its matchers contradict ' +
    'each other or those of the routes around it. Move the more special route to the front, add `continue: true` to the ' +
    'earlier one, or remove the route.',
  scope: 'file',
  *run({ route }) {
    if (route) yield* adviseBelow(route, []);
  },
};

/** How many earlier routes a route is compared with at most, so that long lists stay fast. */
const MOST_COMPARED = 100;

/** @param around matchers of `route` and the routes around it: what its children see fulfils them */
function* adviseBelow({ routes }: RouteModel, around: readonly MatcherModel[]): Generator<Advice> {
  const earlier = new EarlierRoutes();
  for (const child of routes) {
    const given = [...around, ...child.matchers];
    const taker = earlier.thatTakes(given);
    const conflict = taker ? undefined : contradiction(given);
    if (taker) yield takenBy(child, taker);
    else if (conflict) yield neverMatching(child, conflict);
    else yield* adviseBelow(child, given);
    if (!child.continues && !child.isOpen) earlier.add(child);
  }
}

function takenBy(child: RouteModel, taker: RouteModel): Advice {
  const why = taker.matchers.length === 0 ? 'takes every alert' : 'takes each of its alerts';
  return {
    span: routeSpan(child),
    message: `no alert gets to this route: an earlier one without \`continue: true\` ${why}; move this one in front of it, or remove it`,
    related: [{ span: routeSpan(taker), message: 'the route that takes its alerts' }],
  };
}

function neverMatching(child: RouteModel, [first, second]: readonly [MatcherModel, MatcherModel]): Advice {
  const own = child.matchers.includes(second) ? second : child.matchers.includes(first) ? first : undefined;
  const other = own === first ? second : first;
  return {
    span: own?.span ?? routeSpan(child),
    message: `no alert gets to this route: it would need two different values of the label "${first.matcher.name}"`,
    related: [{ span: other.span, message: 'the matcher that contradicts it' }],
  };
}

/** The routes in front of one, to be found by what an alert of it must have for them to take it. */
class EarlierRoutes {
  readonly #byKey = new Map<string, RouteModel[]>();
  #takesAll: RouteModel | undefined;

  add(route: RouteModel): void {
    const demands = route.matchers.filter(({ matcher }) => !alwaysMatches(matcher));
    const [first] = demands;
    if (!first) {
      this.#takesAll ??= route;
      return;
    }
    const key = keyOf(demands.find(({ matcher }) => matcher.operator === '=') ?? first);
    const same = this.#byKey.get(key);
    if (same) same.push(route);
    else this.#byKey.set(key, [route]);
  }

  /** The first of them whose matchers everything fulfils that fulfils `given`. */
  thatTakes(given: readonly MatcherModel[]): RouteModel | undefined {
    if (this.#takesAll) return this.#takesAll;
    const keys = new Set(
      given.flatMap((one) => [keyOf(one), one.matcher.name, `${one.matcher.name}=${one.matcher.value}`]),
    );
    for (const key of keys) {
      const candidates = this.#byKey.get(key)?.slice(0, MOST_COMPARED);
      const taker = candidates?.find(({ matchers }) => areImplied(matchers, given));
      if (taker) return taker;
    }
    return undefined;
  }
}

function keyOf({ matcher: { name, operator, value } }: MatcherModel): string {
  return operator === '=' ? `${name}=${value}` : name;
}

import type { RouteModel } from '../model';
import { matchesAll, type LabelLookup } from './truth';

/** A route at which an alert ends. */
export interface ReachedRoute {
  /** From the root to the route itself. */
  readonly path: readonly RouteModel[];
  /** False where it depends on what isn't known. */
  readonly isCertain: boolean;
}

/**
 * The routes that an alert ends at, in the order of the tree (Route.Match in dispatch/route.go): the first child that
 * matches takes the alert, those with `continue` leave it to the next ones too, and a route keeps what no child takes. The
 * root takes everything, unless it is that of an operator's object, which may have matchers. Unknown matchers and labels lead to all routes that they may lead to.
 */
export function reachedRoutes(root: RouteModel, labels: LabelLookup): ReachedRoute[] {
  const truth = matchesAll(root.matchers, false, labels);
  return truth === false ? [] : walk({ route: root, path: [root], isCertain: truth === true, labels });
}

interface Step {
  /** It matches, if `isCertain`; otherwise it may. */
  readonly route: RouteModel;
  readonly path: readonly RouteModel[];
  readonly isCertain: boolean;
  readonly labels: LabelLookup;
}

function walk({ route, path, isCertain, labels }: Step): ReachedRoute[] {
  const reached: ReachedRoute[] = [];
  let isTaken = false;
  let isTried = isCertain;
  let mayBeTaken = false;
  for (const child of route.routes) {
    const truth = matchesAll(child.matchers, child.isOpen, labels);
    if (truth === false) continue;
    reached.push(
      ...walk({
        route: child,
        path: [...path, child],
        isCertain: isTried && truth === true,
        labels: truth === true ? labels : assuming(child, labels),
      }),
    );
    if (truth === true) isTaken = true;
    else mayBeTaken = true;
    if (child.continues) continue;
    if (truth === true) break;
    isTried = false;
  }
  if (!isTaken) reached.push({ path, isCertain: isCertain && !mayBeTaken });
  return reached;
}

/** What labels are in a route whose matchers are fulfilled. */
function assuming(route: RouteModel, labels: LabelLookup): LabelLookup {
  const assumed = new Map<string, string>();
  for (const { matcher } of route.matchers) {
    if (matcher.operator === '=') assumed.set(matcher.name, matcher.value);
  }
  return assumed.size === 0 ? labels : (name) => labels(name) ?? assumed.get(name);
}

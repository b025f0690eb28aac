import type { ReachedRoute, RouteNode } from '../../../server/src/protocol';

/**
 * What became of a route: it notifies, the alert passed through it to a child, its matchers don't match, or it was not
 * tried since a sibling in front matched and does not continue.
 */
export type Fate = 'reached' | 'passed' | 'rejected' | 'untried';

export interface Step {
  readonly route: RouteNode;
  readonly fate: Fate;
  /** Of routes that the alert came to. */
  readonly steps: readonly Step[];
}

/** The alert's way through the tree, from the routes that it reached: each route on it with all of its children. */
export function trace(root: RouteNode, reached: readonly ReachedRoute[]): Step {
  const isReached = new Set<string>();
  const isOnTheWay = new Set<string>();
  for (const { path } of reached) {
    isReached.add(path.join());
    for (let depth = 0; depth <= path.length; depth += 1) isOnTheWay.add(path.slice(0, depth).join());
  }

  const follow = (route: RouteNode): Step => {
    let isTaken = false;
    const steps = route.children.map((child): Step => {
      if (!isOnTheWay.has(child.path.join())) {
        return { route: child, fate: isTaken ? 'untried' : 'rejected', steps: [] };
      }
      isTaken ||= !child.continues;
      return follow(child);
    });
    return { route, fate: isReached.has(route.path.join()) ? 'reached' : 'passed', steps };
  };
  return follow(root);
}

/** Neighbours together: routes that the alert came to alone, the others as one run. */
export function runs(steps: readonly Step[]): readonly (readonly Step[])[] {
  const found: Step[][] = [];
  for (const step of steps) {
    const last = found.at(-1);
    const isOther = step.fate === 'rejected' || step.fate === 'untried';
    if (isOther && last?.[0]?.fate === step.fate) last.push(step);
    else found.push([step]);
  }
  return found;
}

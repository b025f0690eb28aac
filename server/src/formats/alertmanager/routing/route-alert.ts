import type { ConfigModel, RouteModel } from '../model';
import { mutingOf, type Muting } from './muting';
import { optionsOf, type RouteOptions } from './options';
import { lookupIn } from './truth';
import { reachedRoutes, type ReachedRoute } from './walk';

/** A route that an alert ends at, with what holds there. */
export interface RoutedAlert extends ReachedRoute {
  readonly route: RouteModel;
  readonly options: RouteOptions;
  /** Of the time that was asked for. */
  readonly muting?: Muting;
}

/**
 * Where an alert with these labels goes, in the order of the tree; nothing without a route. An empty label is one that the
 * alert lacks.
 * @param at.time milliseconds since 1970; without it nothing is said of time intervals
 */
export function routeAlert(
  model: ConfigModel,
  labels: ReadonlyMap<string, string>,
  at: { readonly time?: number } = {},
): RoutedAlert[] {
  const { route: root } = model;
  if (!root) return [];
  return reachedRoutes(root, lookupIn(labels)).map(({ path, isCertain }) => {
    const route = path.at(-1) ?? root;
    const muting = at.time === undefined ? undefined : mutingOf(model, route, at.time);
    return { path, isCertain, route, options: optionsOf(path), ...(muting && { muting }) };
  });
}

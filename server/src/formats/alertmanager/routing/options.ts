import type { NamedSpan, RouteModel } from '../model';

/** A setting of a route, and where it comes from: absent for Alertmanager's own default. */
export interface Effective<T> {
  readonly value: T;
  readonly from?: RouteModel;
}

/** What holds at a route, its own settings and inherited ones together. Times are in milliseconds. */
export interface RouteOptions {
  /** Absent where not even the root has one that can be known. */
  readonly receiver?: Effective<NamedSpan>;
  /** `...` alone stands for all labels. */
  readonly groupBy: Effective<readonly NamedSpan[]>;
  readonly groupWait: Effective<number>;
  readonly groupInterval: Effective<number>;
  readonly repeatInterval: Effective<number>;
}

const SECOND_MS = 1000;
/** DefaultRouteOpts in dispatch/route.go. */
const DEFAULTS = {
  groupWait: 30 * SECOND_MS,
  groupInterval: 300 * SECOND_MS,
  repeatInterval: 14_400 * SECOND_MS,
};

/** What holds at the last route of `path`, which begins at the root (newRoute in dispatch/route.go). */
export function optionsOf(path: readonly RouteModel[]): RouteOptions {
  const inherited = <T>(read: (route: RouteModel) => T | undefined): Effective<T> | undefined => {
    const from = path.findLast((route) => read(route) !== undefined);
    const value = from && read(from);
    return value === undefined ? undefined : { value, ...(from && { from }) };
  };
  const receiver = inherited((route) => (route.receiver?.text === '' ? undefined : route.receiver));
  return {
    ...(receiver && { receiver }),
    groupBy: inherited((route) => route.groupBy) ?? { value: [] },
    groupWait: inherited((route) => route.groupWait) ?? { value: DEFAULTS.groupWait },
    groupInterval: inherited((route) => route.groupInterval) ?? { value: DEFAULTS.groupInterval },
    repeatInterval: inherited((route) => route.repeatInterval) ?? { value: DEFAULTS.repeatInterval },
  };
}

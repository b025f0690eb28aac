import type { ConfigModel, NamedSpan, RouteModel } from '../model';
import { isActive } from '../time-interval-active';
import type { Truth } from './truth';

/** Whether a route sends notifications at some time. */
export interface Muting {
  /** Undefined where an interval can't be known, or its time zone isn't. */
  readonly isMuted: Truth;
  /** Those of `mute_time_intervals` that hold. */
  readonly mutedBy: readonly NamedSpan[];
  /** Those of `active_time_intervals`, when none of them holds. */
  readonly inactive: readonly NamedSpan[];
}

/**
 * Whether a route is muted at an instant, in milliseconds since 1970: while one of its `mute_time_intervals` holds, and
 * while none of its `active_time_intervals` does (TimeMuteStage and TimeActiveStage in notify/). Routes don't inherit these.
 */
export function mutingOf(model: ConfigModel, route: RouteModel, instant: number): Muting {
  const holds = ({ text }: NamedSpan): Truth => intervalHolds(model, text, instant);
  const mutedBy = route.muteTimeIntervals.filter((name) => holds(name) === true);
  const active = route.activeTimeIntervals.map(holds);
  const inactive =
    active.length > 0 && active.every((truth) => truth === false) ? route.activeTimeIntervals : [];
  if (mutedBy.length > 0 || inactive.length > 0) return { isMuted: true, mutedBy, inactive };
  const isMuteKnown = route.muteTimeIntervals.every((name) => holds(name) === false);
  const isActiveKnown = active.length === 0 || active.includes(true);
  return { isMuted: isMuteKnown && isActiveKnown ? false : undefined, mutedBy, inactive };
}

/** Whether one of the intervals of that name holds; undefined for an unknown name too. */
export function intervalHolds(model: ConfigModel, name: string, instant: number): Truth {
  const named = model.timeIntervals.find((interval) => interval.name.text === name);
  if (!named) return undefined;
  const truths = named.intervals.map((interval) => isActive(interval, instant));
  if (truths.includes(true)) return true;
  return truths.includes(undefined) ? undefined : false;
}

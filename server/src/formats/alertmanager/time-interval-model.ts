import { listIn, known, nameIn, structsIn } from './values';
import type { DecodedStruct } from '../structure/types';
import type { TimeIntervalModel } from './model';
import type { NumberRange, TimeInterval } from './time-interval';
import { parseDaysOfMonth, parseMonths, parseWeekdays, parseYears } from './time-interval-ranges';
import type { Reading } from './time-interval-reading';
import { parseTime } from './time-interval-times';

/** None for an interval without a name, to which no route can refer. */
export function timeIntervalModel(
  struct: DecodedStruct,
  list: TimeIntervalModel['list'],
): TimeIntervalModel | undefined {
  const name = nameIn(struct, 'name');
  if (!name) return undefined;
  return {
    struct,
    name,
    list,
    intervals: structsIn(struct, 'time_intervals').flatMap((spec) => timesOf(spec) ?? []),
  };
}

const RANGES: readonly (readonly [string, keyof TimeInterval, (text: string) => Reading<NumberRange>])[] = [
  ['weekdays', 'weekdays', parseWeekdays],
  ['days_of_month', 'daysOfMonth', parseDaysOfMonth],
  ['months', 'months', parseMonths],
  ['years', 'years', parseYears],
];

/** What go-yaml makes of a null among the ranges. */
const ZERO: NumberRange = { from: 0, to: 0 };

/** The times of one entry; none where some can't be read. */
function timesOf(spec: DecodedStruct): TimeInterval | undefined {
  if (spec.isOpen || [...spec.fields.values()].some(({ value }) => value === 'unknown')) return undefined;
  const times = listIn(spec, 'times')?.items.map((item) =>
    item === 'null'
      ? ZERO
      : typeof item === 'object' && item.kind === 'struct'
        ? timeRangeOf(item)
        : undefined,
  );
  const location = known(spec, 'location');
  const interval: Record<string, unknown> = {
    times,
    location: location?.kind === 'scalar' ? location.text : undefined,
  };
  const all: (NumberRange | undefined)[] = [...(times ?? [])];
  for (const [field, name, read] of RANGES) {
    const ranges = listIn(spec, field)?.items.map((item) =>
      item === 'null'
        ? ZERO
        : typeof item === 'object' && item.kind === 'scalar'
          ? read(item.text).value
          : undefined,
    );
    interval[name] = ranges;
    all.push(...(ranges ?? []));
  }
  return all.includes(undefined) ? undefined : interval;
}

function timeRangeOf(range: DecodedStruct): NumberRange | undefined {
  const [from, to] = ['start_time', 'end_time'].map((name) => {
    const text = nameIn(range, name)?.text;
    return text === undefined ? undefined : parseTime(text).value;
  });
  return from === undefined || to === undefined ? undefined : { from, to };
}

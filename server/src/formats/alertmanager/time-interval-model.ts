import { listIn, known, nameIn, structsIn } from './values';
import type { DecodedNode, DecodedStruct } from '../structure/types';
import type { TimeIntervalModel } from './model';
import type { NumberRange, TimeInterval } from './time-interval';
import { parseDaysOfMonth, parseMonths, parseWeekdays, parseYears } from './time-interval-ranges';
import type { Reading } from './time-interval-reading';
import { parseTime } from './time-interval-times';

/** How a format of configurations writes time intervals down. */
export interface IntervalSpelling {
  /** Its name for a field of `alertmanager.yml`. */
  readonly field: (name: string) => string;
  /** A range in Alertmanager's notation: of weekdays, days of the month, months or years. */
  readonly range: (item: DecodedNode) => string | undefined;
}

/** `alertmanager.yml` itself. */
const OWN: IntervalSpelling = { field: (name) => name, range: scalarText };

/** The text of a scalar. */
export function scalarText(node: DecodedNode): string | undefined {
  return node.kind === 'scalar' ? node.text : undefined;
}

/** None for an interval without a name, to which no route can refer. */
export function timeIntervalModel(
  struct: DecodedStruct,
  list: TimeIntervalModel['list'],
  spelling = OWN,
): TimeIntervalModel | undefined {
  const name = nameIn(struct, 'name');
  if (!name) return undefined;
  const specs = structsIn(struct, spelling.field('time_intervals'));
  return { struct, name, list, intervals: specs.flatMap((spec) => timesOf(spec, spelling) ?? []) };
}

type ReadRange = (item: DecodedNode, spelling: IntervalSpelling) => NumberRange | undefined;

const RANGES: readonly (readonly [field: string, kind: keyof TimeInterval, read: ReadRange])[] = [
  ['times', 'times', timeRangeOf],
  ['weekdays', 'weekdays', written(parseWeekdays)],
  ['days_of_month', 'daysOfMonth', written(parseDaysOfMonth)],
  ['months', 'months', written(parseMonths)],
  ['years', 'years', written(parseYears)],
];

function written(parse: (text: string) => Reading<NumberRange>): ReadRange {
  return (item, { range }) => {
    const text = range(item);
    return text === undefined ? undefined : parse(text).value;
  };
}

/** What go-yaml makes of a null among the ranges. */
const ZERO: NumberRange = { from: 0, to: 0 };

/** The times of one entry; none where some can't be read. */
function timesOf(spec: DecodedStruct, spelling: IntervalSpelling): TimeInterval | undefined {
  if (spec.isOpen || [...spec.fields.values()].some(({ value }) => value === 'unknown')) return undefined;
  const location = known(spec, 'location');
  const interval: Record<string, unknown> = { location: location && scalarText(location) };
  const all: (NumberRange | undefined)[] = [];
  for (const [field, name, read] of RANGES) {
    const ranges = listIn(spec, spelling.field(field))?.items.map((item) => {
      if (item === 'null') return ZERO;
      return item === 'unknown' ? undefined : read(item, spelling);
    });
    interval[name] = ranges;
    all.push(...(ranges ?? []));
  }
  return all.includes(undefined) ? undefined : interval;
}

function timeRangeOf(range: DecodedNode, { field }: IntervalSpelling): NumberRange | undefined {
  if (range.kind !== 'struct') return undefined;
  const [from, to] = ['start_time', 'end_time'].map((name) => {
    const text = nameIn(range, field(name))?.text;
    return text === undefined ? undefined : parseTime(text).value;
  });
  return from === undefined || to === undefined ? undefined : { from, to };
}

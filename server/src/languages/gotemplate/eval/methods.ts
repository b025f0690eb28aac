import { roundTo, SECOND } from './duration';
import { plainText, sortedPairs, stringOf } from './print';
import { stringsOf, textOfValue, type GoFunction, type ParameterKind } from './signature';
import { formatTime } from './time-format';
import { fromFields, inZone, ZERO_TIME } from './time-zone';
import {
  bool,
  fail,
  float,
  int,
  list,
  NONE,
  string,
  type GoValue,
  type ListValue,
  type StructValue,
  type TimeValue,
} from './values';

/** A method, given its receiver first. */
type Method = (receiver: GoValue) => GoFunction;

function method(
  call: (receiver: GoValue, values: readonly GoValue[]) => GoValue,
  ...parameters: ParameterKind[]
): Method {
  return (receiver) => ({ parameters, call: (values) => call(receiver, values) });
}

/** Before 0.34 lists of names and values are plain Go slices. */
function namesType([major, minor]: readonly [number, number]): ListValue['type'] {
  return major > 0 || minor >= 34 ? 'template.Strings' : '[]string';
}

/** The method `name` of a value in Alertmanager `version`; `undefined` if it has none. */
export function methodOf(
  value: GoValue,
  name: string,
  version: readonly [number, number],
): GoFunction | undefined {
  const strings = namesType(version);
  switch (value.kind) {
    case 'map':
      if (value.type !== 'template.KV') return undefined;
      return tableOf(strings).keyed.get(name)?.(value);
    case 'list':
      if (value.type === 'template.Pairs') return tableOf(strings).pairs.get(name)?.(value);
      if (value.type === 'template.Alerts') return ALERTS.get(name)?.(value);
      return value.type === 'template.Strings' ? STRINGS.get(name)?.(value) : undefined;
    case 'time':
      return TIME.get(name)?.(value);
    case 'int':
      if (value.type === 'time.Duration') return DURATION.get(name)?.(value);
      return value.type === 'time.Month' || value.type === 'time.Weekday'
        ? NAMED.get(name)?.(value)
        : undefined;
    default:
      return undefined;
  }
}

const TEXT = method((receiver) => string(stringOf(receiver) ?? plainText(receiver)));

function pair(name: string, value: string): StructValue {
  const fields = new Map([
    ['Name', string(name)],
    ['Value', string(value)],
  ]);
  return { kind: 'struct', type: 'template.Pair', fields };
}

interface LabelTables {
  readonly keyed: ReadonlyMap<string, Method>;
  readonly pairs: ReadonlyMap<string, Method>;
}

const tables = new Map<ListValue['type'], LabelTables>();

function tableOf(type: ListValue['type']): LabelTables {
  const table = tables.get(type) ?? makeTables(type);
  tables.set(type, table);
  return table;
}

function makeTables(type: ListValue['type']): LabelTables {
  const pairsOf = (receiver: GoValue): [string, string][] =>
    receiver.kind === 'map' ? sortedPairs(receiver) : [];
  const fieldsOf = (receiver: GoValue, name: string): GoValue[] =>
    receiver.kind === 'list'
      ? receiver.items.map((item) =>
          item.kind === 'struct' ? (item.fields.get(name) ?? string('')) : string(''),
        )
      : [];
  const keyed = new Map<string, Method>([
    [
      'SortedPairs',
      method((kv) =>
        list(
          'template.Pairs',
          pairsOf(kv).map(([name, value]) => pair(name, value)),
        ),
      ),
    ],
    [
      'Names',
      method((kv) =>
        list(
          type,
          pairsOf(kv).map(([name]) => string(name)),
        ),
      ),
    ],
    [
      'Values',
      method((kv) =>
        list(
          type,
          pairsOf(kv).map(([, value]) => string(value)),
        ),
      ),
    ],
    ['Remove', method((kv, [names]) => withoutKeys(kv, new Set(stringsOf(names))), 'strings')],
    ['String', TEXT],
  ]);
  const pairs = new Map<string, Method>([
    ['Names', method((all) => list(type, fieldsOf(all, 'Name')))],
    ['Values', method((all) => list(type, fieldsOf(all, 'Value')))],
    ['String', TEXT],
  ]);
  return { keyed, pairs };
}

function withoutKeys(kv: GoValue, names: ReadonlySet<string>): GoValue {
  if (kv.kind !== 'map') return NONE;
  return { ...kv, entries: new Map([...kv.entries].filter(([name]) => !names.has(name))) };
}

const STRINGS: ReadonlyMap<string, Method> = new Map([
  ['Join', method((all, [separator]) => string(stringsOf(all).join(textOfValue(separator))), 'string')],
]);

const ALERTS: ReadonlyMap<string, Method> = new Map([
  ['Firing', method((all) => withStatus(all, 'firing'))],
  ['Resolved', method((all) => withStatus(all, 'resolved'))],
]);

function withStatus(alerts: GoValue, status: string): GoValue {
  const items = alerts.kind === 'list' ? alerts.items : [];
  return list(
    '[]template.Alert',
    items.filter((item) => item.kind === 'struct' && textOfValue(item.fields.get('Status')) === status),
  );
}

const NAMED: ReadonlyMap<string, Method> = new Map([['String', TEXT]]);

function nanosOf(value: GoValue | undefined): bigint {
  if (value?.kind === 'time') return value.nanos;
  return value?.kind === 'int' ? value.value : 0n;
}

/** A method of a time without parameters that gives a whole number. */
function clock(field: (time: TimeValue) => number | bigint): Method {
  return method((time) => (time.kind === 'time' ? int(field(time)) : NONE));
}

function unixIn(nanosPerUnit: bigint): Method {
  return method((time) => {
    const nanos = nanosOf(time);
    const whole = nanos / nanosPerUnit;
    return int(nanos % nanosPerUnit < 0n ? whole - 1n : whole, 'int64');
  });
}

function moved(change: (nanos: bigint, by: bigint) => bigint, parameter: ParameterKind): Method {
  return method(
    (time, [by]) => (time.kind === 'time' ? { ...time, nanos: change(time.nanos, nanosOf(by)) } : NONE),
    parameter,
  );
}

function compared(test: (a: bigint, b: bigint) => boolean): Method {
  return method((time, [other]) => bool(test(nanosOf(time), nanosOf(other))), 'time');
}

const inUtc = method((time) => (time.kind === 'time' ? { ...time, zone: 'UTC' } : NONE));
const at = ({ nanos, zone }: TimeValue) => inZone(nanos, zone);

/** Rounding of times counts from Go's zero time. */
function sinceZero(round: (nanos: bigint, step: bigint) => bigint): (nanos: bigint, step: bigint) => bigint {
  return (nanos, step) => ZERO_TIME + round(nanos - ZERO_TIME, step);
}

function truncate(nanos: bigint, step: bigint): bigint {
  return step <= 0n ? nanos : nanos - (nanos % step);
}

const TIME: ReadonlyMap<string, Method> = new Map([
  ['Add', moved((nanos, by) => nanos + by, 'duration')],
  [
    'AddDate',
    method((time, [years, months, days]) => addDate(time, [years, months, days]), 'int', 'int', 'int'),
  ],
  ['After', compared((a, b) => a > b)],
  ['Before', compared((a, b) => a < b)],
  ['Compare', method((time, [other]) => int(Math.sign(Number(nanosOf(time) - nanosOf(other)))), 'time')],
  ['Equal', compared((a, b) => a === b)],
  ['Day', clock((time) => at(time).day)],
  [
    'Format',
    method(
      (time, [layout]) => string(time.kind === 'time' ? formatTime(time, textOfValue(layout)) : ''),
      'string',
    ),
  ],
  ['Hour', clock((time) => at(time).hour)],
  ['IsDST', method((time) => bool(time.kind === 'time' && isSummerTime(time)))],
  ['IsZero', method((time) => bool(nanosOf(time) === ZERO_TIME))],
  ['Local', inUtc],
  ['Minute', clock((time) => at(time).minute)],
  ['Month', method((time) => (time.kind === 'time' ? int(at(time).month, 'time.Month') : NONE))],
  ['Nanosecond', clock((time) => at(time).nano)],
  ['Round', moved(sinceZero(roundTo), 'duration')],
  ['Second', clock((time) => at(time).second)],
  ['String', TEXT],
  ['Sub', method((time, [other]) => int(nanosOf(time) - nanosOf(other), 'time.Duration'), 'time')],
  ['Truncate', moved(sinceZero(truncate), 'duration')],
  ['UTC', inUtc],
  ['Unix', unixIn(SECOND)],
  ['UnixMicro', unixIn(1_000n)],
  ['UnixMilli', unixIn(1_000_000n)],
  ['UnixNano', unixIn(1n)],
  ['Weekday', method((time) => (time.kind === 'time' ? int(at(time).weekday, 'time.Weekday') : NONE))],
  ['Year', clock((time) => at(time).year)],
  ['YearDay', clock((time) => Number(formatTime(time, '002')))],
]);

function isSummerTime(time: TimeValue): boolean {
  const { offset } = at(time);
  const halfYear = 15_778_476n * SECOND;
  return offset > inZone(time.nanos - halfYear, time.zone).offset;
}

function addDate(time: GoValue, by: readonly (GoValue | undefined)[]): GoValue {
  if (time.kind !== 'time') return NONE;
  const [years = 0, months = 0, days = 0] = by.map((one) => Number(nanosOf(one)));
  const { year, month, day, hour, minute, second, nano, offset } = at(time);
  if (Math.abs(years) > 100_000 || Math.abs(months) > 1_000_000 || Math.abs(days) > 10_000_000)
    return fail('the date is out of range');
  const moment = fromFields([year + years, month + months, day + days, hour, minute, second], nano);
  const later = { ...time, nanos: moment - BigInt(offset) * SECOND };
  // The clock shows the same time in summer as in winter.
  return { ...later, nanos: later.nanos + BigInt(offset - at(later).offset) * SECOND };
}

function inUnits(unit: bigint): Method {
  return method((duration) => int(nanosOf(duration) / unit, 'int64'));
}

function inFloat(seconds: number): Method {
  return method((duration) => float(Number(nanosOf(duration)) / 1e9 / seconds));
}

function durationBy(change: (nanos: bigint, step: bigint) => bigint): Method {
  return method(
    (duration, [step]) => int(change(nanosOf(duration), nanosOf(step)), 'time.Duration'),
    'duration',
  );
}

const DURATION: ReadonlyMap<string, Method> = new Map([
  [
    'Abs',
    method((duration) =>
      int(nanosOf(duration) < 0n ? -nanosOf(duration) : nanosOf(duration), 'time.Duration'),
    ),
  ],
  ['Hours', inFloat(3600)],
  ['Microseconds', inUnits(1_000n)],
  ['Milliseconds', inUnits(1_000_000n)],
  ['Minutes', inFloat(60)],
  ['Nanoseconds', inUnits(1n)],
  ['Round', durationBy(roundTo)],
  ['Seconds', inFloat(1)],
  ['String', TEXT],
  ['Truncate', durationBy(truncate)],
]);

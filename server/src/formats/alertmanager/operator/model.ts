import type { MatchOperator } from '../../../languages/matchers/ast';
import type { DecodedStruct } from '../../structure/types';
import type {
  ConfigModel,
  InhibitRuleModel,
  MatcherModel,
  ReceiverModel,
  RouteModel,
  TimeIntervalModel,
} from '../model';
import { durationOf } from '../schema/route';
import type { NumberRange, TimeInterval } from '../time-interval';
import { parseDaysOfMonth, parseMonths, parseWeekdays, parseYears } from '../time-interval-ranges';
import type { Reading } from '../time-interval-reading';
import { parseTime } from '../time-interval-times';
import { isUnclear, known, listIn, nameIn, namesIn, structIn, structsIn } from '../values';
import { operatorOf } from './matcher';
import { daysText } from './time-intervals';

/**
 * What an AlertmanagerConfig object says by itself. The operator also restricts it to alerts of the object's namespace,
 * and writes namespace and name of the object in front of the names.
 */
export function operatorModel(root: DecodedStruct): ConfigModel {
  const route = structIn(root, 'route');
  return {
    root,
    route: route && routeOf(route),
    receivers: structsIn(root, 'receivers').flatMap((struct) => receiverOf(struct) ?? []),
    inhibitRules: structsIn(root, 'inhibitRules').map(inhibitRuleOf),
    timeIntervals: [
      ...structsIn(root, 'timeIntervals').flatMap((struct) => intervalOf(struct, 'time_intervals') ?? []),
      ...structsIn(root, 'muteTimeIntervals').flatMap(
        (struct) => intervalOf(struct, 'mute_time_intervals') ?? [],
      ),
    ],
  };
}

function routeOf(struct: DecodedStruct): RouteModel {
  const continues = known(struct, 'continue');
  return {
    struct,
    receiver: nameIn(struct, 'receiver'),
    ...matchersOf(struct, ['matchers']),
    groupBy: listIn(struct, 'groupBy') && namesIn(struct, 'groupBy'),
    continues: continues?.kind === 'scalar' && continues.parsed === true,
    groupWait: durationOf(struct, 'groupWait'),
    groupInterval: durationOf(struct, 'groupInterval'),
    repeatInterval: durationOf(struct, 'repeatInterval'),
    muteTimeIntervals: namesIn(struct, 'muteTimeIntervals'),
    activeTimeIntervals: namesIn(struct, 'activeTimeIntervals'),
    routes: structsIn(struct, 'routes').map(routeOf),
  };
}

function inhibitRuleOf(struct: DecodedStruct): InhibitRuleModel {
  const [source, target] = [matchersOf(struct, ['sourceMatch']), matchersOf(struct, ['targetMatch'])];
  return {
    struct,
    source: source.matchers,
    target: target.matchers,
    equal: namesIn(struct, 'equal'),
    isOpen: source.isOpen || target.isOpen || isUnclear(struct, 'equal'),
  };
}

function matchersOf(
  struct: DecodedStruct,
  [list]: readonly [string],
): Pick<RouteModel, 'matchers' | 'isOpen'> {
  const structs = structsIn(struct, list);
  const matchers = structs.flatMap((matcher) => matcherOf(matcher) ?? []);
  return { matchers, isOpen: isUnclear(struct, list) || matchers.length < structs.length };
}

const OPERATORS: readonly MatchOperator[] = ['=', '!=', '=~', '!~'];

/** Undefined for a matcher that isn't known as a whole. */
function matcherOf(struct: DecodedStruct): MatcherModel | undefined {
  const name = nameIn(struct, 'name');
  const operator = OPERATORS.find((one) => one === operatorOf(struct));
  if (!name || !operator || isUnclear(struct, 'value')) return undefined;
  const value = known(struct, 'value');
  const text = value?.kind === 'scalar' ? value.text : '';
  const all = { from: 0, to: text.length };
  const none = { from: 0, to: 0 };
  const matcher = {
    name: name.text,
    operator,
    value: text,
    span: all,
    nameSpan: none,
    operatorSpan: none,
    valueSpan: all,
  };
  const { from, to } = struct.node.span;
  return { matcher, span: { from, to: Math.max(from, to) } };
}

function receiverOf(struct: DecodedStruct): ReceiverModel | undefined {
  const name = nameIn(struct, 'name');
  if (!name) return undefined;
  const integrations = [...struct.fields.values()].flatMap((field) =>
    structsIn(struct, field.info.name).map((config) => ({ field, config })),
  );
  return { struct, name, integrations };
}

function intervalOf(struct: DecodedStruct, list: TimeIntervalModel['list']): TimeIntervalModel | undefined {
  const name = nameIn(struct, 'name');
  if (!name) return undefined;
  return {
    struct,
    name,
    list,
    intervals: structsIn(struct, 'timeIntervals').flatMap((spec) => timesOf(spec) ?? []),
  };
}

/** The times of one entry; none where some can't be read. */
function timesOf(spec: DecodedStruct): TimeInterval | undefined {
  if (spec.isOpen || [...spec.fields.values()].some(({ value }) => value === 'unknown')) return undefined;
  const texts = (name: string, read: (text: string) => Reading<NumberRange>) =>
    listIn(spec, name) && namesIn(spec, name).map(({ text }) => read(text).value);
  const interval = {
    times: listIn(spec, 'times') && structsIn(spec, 'times').map(timeRangeOf),
    weekdays: texts('weekdays', parseWeekdays),
    daysOfMonth:
      listIn(spec, 'daysOfMonth') &&
      structsIn(spec, 'daysOfMonth').map((range) => parseDaysOfMonth(daysText(range)).value),
    months: texts('months', parseMonths),
    years: texts('years', parseYears),
  };
  return isWhole(interval) ? interval : undefined;
}

type Ranges<Range> = Readonly<Record<Exclude<keyof TimeInterval, 'location'>, readonly Range[] | undefined>>;

function isWhole(interval: Ranges<NumberRange | undefined>): interval is Ranges<NumberRange> {
  return Object.values(interval).every((ranges) => !ranges?.includes(undefined));
}

function timeRangeOf(range: DecodedStruct): NumberRange | undefined {
  const [from, to] = ['startTime', 'endTime'].map((name) => {
    const text = nameIn(range, name)?.text;
    return text === undefined ? undefined : parseTime(text).value;
  });
  return from === undefined || to === undefined ? undefined : { from, to };
}

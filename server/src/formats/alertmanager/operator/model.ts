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
import { matcherModel, routeModel, type Spelling } from '../route-model';
import { scalarText, timeIntervalModel, type IntervalSpelling } from '../time-interval-model';
import { isUnclear, known, nameIn, namesIn, structIn, structsIn } from '../values';
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
    route: route && routeModel(route, SPELLING),
    receivers: structsIn(root, 'receivers').flatMap((struct) => receiverOf(struct) ?? []),
    inhibitRules: structsIn(root, 'inhibitRules').map(inhibitRuleOf),
    timeIntervals: [...intervalsOf(root, 'time_intervals'), ...intervalsOf(root, 'mute_time_intervals')],
  };
}

const SPELLING: Spelling & IntervalSpelling = {
  field: (name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  matchers: (route) => matchersOf(route, 'matchers'),
  range: (item) => (item.kind === 'struct' ? daysText(item) : scalarText(item)),
};

function intervalsOf(root: DecodedStruct, list: TimeIntervalModel['list']): TimeIntervalModel[] {
  return structsIn(root, SPELLING.field(list)).flatMap(
    (struct) => timeIntervalModel(struct, list, SPELLING) ?? [],
  );
}

function inhibitRuleOf(struct: DecodedStruct): InhibitRuleModel {
  const [source, target] = [matchersOf(struct, 'sourceMatch'), matchersOf(struct, 'targetMatch')];
  return {
    struct,
    source: source.matchers,
    target: target.matchers,
    equal: namesIn(struct, 'equal'),
    isOpen: source.isOpen || target.isOpen || isUnclear(struct, 'equal'),
  };
}

function matchersOf(struct: DecodedStruct, list: string): Pick<RouteModel, 'matchers' | 'isOpen'> {
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
  return matcherModel({ name: name.text, operator, value: text }, struct.node.span);
}

function receiverOf(struct: DecodedStruct): ReceiverModel | undefined {
  const name = nameIn(struct, 'name');
  if (!name) return undefined;
  const integrations = [...struct.fields.values()].flatMap((field) =>
    structsIn(struct, field.info.name).map((config) => ({ field, config })),
  );
  return { struct, name, integrations };
}

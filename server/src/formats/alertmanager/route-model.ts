import { parseMatchers, type MatcherMode } from '../../languages/matchers/parse';
import type { Matcher } from '../../languages/matchers/ast';
import type { Span } from '../../text/span';
import type { DecodedStruct } from '../structure/types';
import type { InhibitRuleModel, MatcherModel, RouteModel } from './model';
import { durationOf } from './schema/route';
import { isUnclear, known, listIn, nameIn, namesIn, structsIn } from './values';

/** How a format of configurations writes down what its models are made of. */
export interface Spelling {
  /** Its name for a field of `alertmanager.yml`. */
  readonly field: (name: string) => string;
  /** The matchers of a route. */
  readonly matchers: (route: DecodedStruct) => Pick<RouteModel, 'matchers' | 'isOpen'>;
}

/** `alertmanager.yml` itself. */
export function ownSpelling(mode: MatcherMode): Spelling {
  return {
    field: (name) => name,
    matchers: (route) => ({ matchers: matchersOf(route, '', mode), isOpen: isMatchOpen(route, '') }),
  };
}

/** A route with its children. */
export function routeModel(struct: DecodedStruct, spelling: Spelling): RouteModel {
  const { field } = spelling;
  const continues = known(struct, field('continue'));
  const groupBy = field('group_by');
  return {
    struct,
    receiver: nameIn(struct, field('receiver')),
    ...spelling.matchers(struct),
    groupBy: listIn(struct, groupBy) && namesIn(struct, groupBy),
    continues: continues?.kind === 'scalar' && continues.parsed === true,
    groupWait: durationOf(struct, field('group_wait')),
    groupInterval: durationOf(struct, field('group_interval')),
    repeatInterval: durationOf(struct, field('repeat_interval')),
    muteTimeIntervals: namesIn(struct, field('mute_time_intervals')),
    activeTimeIntervals: namesIn(struct, field('active_time_intervals')),
    routes: structsIn(struct, field('routes')).map((child) => routeModel(child, spelling)),
  };
}

export function inhibitRuleModel(struct: DecodedStruct, mode: MatcherMode): InhibitRuleModel {
  return {
    struct,
    name: nameIn(struct, 'name'),
    source: matchersOf(struct, 'source_', mode),
    target: matchersOf(struct, 'target_', mode),
    equal: namesIn(struct, 'equal'),
    isOpen: isMatchOpen(struct, 'source_') || isMatchOpen(struct, 'target_') || isUnclear(struct, 'equal'),
  };
}

/** A matcher whose parts are not written as one text; its own spans are of its value. */
export function matcherModel(parts: Pick<Matcher, 'name' | 'operator' | 'value'>, span: Span): MatcherModel {
  const all = { from: 0, to: parts.value.length };
  const none = { from: 0, to: 0 };
  const matcher = { ...parts, span: all, nameSpan: none, operatorSpan: none, valueSpan: all };
  return { matcher, span };
}

type Prefix = '' | 'source_' | 'target_';

function isMatchOpen(struct: DecodedStruct, prefix: Prefix): boolean {
  return ['match', 'match_re', 'matchers'].some((name) => isUnclear(struct, prefix + name));
}

/** The matchers of `match`, `match_re` and `matchers`. */
function matchersOf(struct: DecodedStruct, prefix: Prefix, mode: MatcherMode): MatcherModel[] {
  const listed = namesIn(struct, `${prefix}matchers`).flatMap(({ text, span }) =>
    parseMatchers(text, mode).matchers.map((matcher) => ({ matcher, span })),
  );
  return [
    ...entriesOf(struct, `${prefix}match`, '='),
    ...entriesOf(struct, `${prefix}match_re`, '=~'),
    ...listed,
  ];
}

function entriesOf(struct: DecodedStruct, field: string, operator: Matcher['operator']): MatcherModel[] {
  const map = known(struct, field);
  if (map?.kind !== 'map') return [];
  return map.entries.flatMap(({ key, name, value }) => {
    if (value === 'unknown' || (value !== 'null' && value.kind !== 'scalar')) return [];
    const [text, to] = value === 'null' ? ['', key.span.to] : [value.text, value.node.span.to];
    const span = { from: key.span.from, to: Math.max(to, key.span.to) };
    return matcherModel({ name, operator, value: text }, span);
  });
}

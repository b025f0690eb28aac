import { parseMatchers, type MatcherMode } from '../../languages/matchers/parse';
import type { Matcher } from '../../languages/matchers/ast';
import type { DecodedStruct } from '../structure/types';
import type { InhibitRuleModel, MatcherModel, RouteModel } from './model';
import { durationOf } from './schema/route';
import { isUnclear, known, listIn, nameIn, namesIn, structsIn } from './values';

export function routeModel(struct: DecodedStruct, mode: MatcherMode): RouteModel {
  const continues = known(struct, 'continue');
  return {
    struct,
    receiver: nameIn(struct, 'receiver'),
    matchers: matchersOf(struct, '', mode),
    isOpen: isMatchOpen(struct, ''),
    groupBy: listIn(struct, 'group_by') && namesIn(struct, 'group_by'),
    continues: continues?.kind === 'scalar' && continues.parsed === true,
    groupWait: durationOf(struct, 'group_wait'),
    groupInterval: durationOf(struct, 'group_interval'),
    repeatInterval: durationOf(struct, 'repeat_interval'),
    muteTimeIntervals: namesIn(struct, 'mute_time_intervals'),
    activeTimeIntervals: namesIn(struct, 'active_time_intervals'),
    routes: structsIn(struct, 'routes').map((child) => routeModel(child, mode)),
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
    const text = value === 'null' ? '' : value.text;
    const all = { from: 0, to: text.length };
    const none = { from: 0, to: 0 };
    const matcher = {
      name,
      operator,
      value: text,
      span: all,
      nameSpan: none,
      operatorSpan: none,
      valueSpan: all,
    };
    const to = value === 'null' ? key.span.to : value.node.span.to;
    return { matcher, span: { from: key.span.from, to: Math.max(to, key.span.to) } };
  });
}

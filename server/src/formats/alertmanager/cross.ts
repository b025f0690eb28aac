import { headSpan } from '../../languages/yaml/decode';
import type { Finding } from '../../text/finding';
import { quoted } from '../../text/quoted';
import { hostSpan, type OffsetMap } from '../../text/region';
import { closest } from '../../text/similar';
import type { Span } from '../../text/span';
import { presence } from '../structure/presence';
import type { DecodedStruct, Version } from '../structure/types';
import type { AlertmanagerCode } from './codes';
import type { ConfigFacts } from './facts';
import type { NamedSpan } from './model';
import { needFaults } from './schema/receivers';

/** Facts of a piece, with the map of its offsets to the document. */
export interface PlacedConfigFacts {
  readonly facts: ConfigFacts;
  readonly map: OffsetMap;
}

/**
 * What only shows when the whole file is seen (config/config.go, Config.UnmarshalYAML and Load), in offsets of the
 * document.
 * @param pieces of the file in document order, which together hold each of its parts once
 */
export function crossFindings(
  pieces: Iterable<PlacedConfigFacts>,
  { version }: { readonly version: Version },
): Finding[] {
  const all = [...pieces];
  const placed = (pick: (facts: ConfigFacts) => readonly NamedSpan[]): NamedSpan[] =>
    all.flatMap(({ facts, map }) =>
      pick(facts).map(({ text, span }) => ({ text, span: hostSpan(map, span) })),
    );
  const some = (pick: (facts: ConfigFacts) => boolean): boolean => all.some(({ facts }) => pick(facts));
  const [receivers, intervals] = [placed((facts) => facts.receivers), placed((facts) => facts.timeIntervals)];
  return [
    ...rootFindings(all),
    ...duplicates(receivers, RECEIVER),
    ...duplicates(intervals, INTERVAL),
    ...undefinedNames(
      placed((facts) => facts.usedReceivers),
      receivers,
      some((facts) => facts.moreReceivers),
      RECEIVER,
    ),
    ...undefinedNames(
      placed((facts) => facts.usedTimeIntervals),
      intervals,
      some((facts) => facts.moreTimeIntervals),
      INTERVAL,
    ),
    ...missingGlobals(all, version),
  ];
}

function error(code: AlertmanagerCode, span: Span, message: string, more?: Partial<Finding>): Finding {
  return { code, severity: 'error', span, message, ...more };
}

export interface NameKind {
  readonly what: string;
  readonly list: string;
  readonly duplicate: AlertmanagerCode;
  readonly missing: AlertmanagerCode;
}

export const RECEIVER: NameKind = {
  what: 'receiver',
  list: 'receivers',
  duplicate: 'alertmanager/duplicate-receiver',
  missing: 'alertmanager/undefined-receiver',
};
export const INTERVAL: NameKind = {
  what: 'time interval',
  list: 'time_intervals',
  duplicate: 'alertmanager/duplicate-time-interval',
  missing: 'alertmanager/undefined-time-interval',
};

export function duplicates(names: readonly NamedSpan[], { what, duplicate }: NameKind): Finding[] {
  const firsts = new Map<string, Span>();
  return names.flatMap(({ text, span }) => {
    const first = firsts.get(text);
    if (!first) {
      firsts.set(text, span);
      return [];
    }
    const message =
      text === ''
        ? `a second ${what} that is null; remove the dash or write something behind it`
        : `there is a ${what} ${quoted(text)} already; rename one of them`;
    return error(duplicate, span, message, { related: [{ span: first, message: 'the first one' }] });
  });
}

export function undefinedNames(
  used: readonly NamedSpan[],
  defined: readonly NamedSpan[],
  mayHaveMore: boolean,
  { what, list, missing }: NameKind,
): Finding[] {
  if (mayHaveMore) return [];
  const names = new Set(defined.map(({ text }) => text));
  return used.flatMap(({ text, span }) => {
    if (names.has(text)) return [];
    if (text === '') return error(missing, span, `the name of a ${what} is due here`);
    const meant = closest(text, names);
    const hint = meant === undefined ? `add it to "${list}"` : `did you mean ${quoted(meant)}?`;
    const related = defined
      .filter((name) => name.text === meant)
      .map((name) => ({ span: name.span, message: `the ${what} ${quoted(name.text)}` }));
    return error(missing, span, `there is no ${what} ${quoted(text)}; ${hint}`, { related });
  });
}

const ROUTE: AlertmanagerCode = 'alertmanager/missing-route';
const ROOT: AlertmanagerCode = 'alertmanager/root-route';

function rootFindings(pieces: readonly PlacedConfigFacts[]): Finding[] {
  const withRoute = pieces.find(({ facts }) => facts.route !== undefined);
  const [first] = pieces;
  if (!withRoute) {
    const span = first ? hostSpan(first.map, first.facts.head) : { from: 0, to: 0 };
    return [error(ROUTE, span, 'a configuration needs a "route" with a receiver for all alerts')];
  }
  const { facts, map } = withRoute;
  if (facts.route === 'unknown' || facts.route === undefined) return [];
  if (facts.route === 'null') {
    const span = hostSpan(map, facts.routeKey ?? facts.head);
    return [error(ROUTE, span, '"route" must not be empty: it needs a receiver for all alerts')];
  }
  return rootRouteFaults(facts.route).map(({ span, message }) => error(ROOT, hostSpan(map, span), message));
}

function rootRouteFaults(route: DecodedStruct): { readonly span: Span; readonly message: string }[] {
  const faults: { span: Span; message: string }[] = [];
  const receiver = route.fields.get('receiver');
  if (presence(route, 'receiver') === 'unset') {
    const message = 'the root route needs a "receiver", which gets what no other route takes';
    faults.push({ span: receiver?.keySpan ?? headSpan(route.node), message });
  }
  const refuse = (name: string, why: string): void => {
    const field = route.fields.get(name);
    if (field && presence(route, name) === 'set')
      faults.push({ span: field.keySpan, message: `"${name}" ${why}` });
  };
  for (const name of ['match', 'match_re', 'matchers']) {
    refuse(name, 'is not for the root route, which takes every alert; put it into a route below');
  }
  for (const name of ['mute_time_intervals', 'active_time_intervals']) {
    refuse(name, 'is not for the root route, which is always active; put it into a route below');
  }
  refuse('continue', 'is not for the root route, which has no siblings');
  return faults;
}

function missingGlobals(pieces: readonly PlacedConfigFacts[], version: Version): Finding[] {
  const global = pieces.find(({ facts }) => facts.global !== undefined)?.facts.global;
  if (global === 'unknown') return [];
  const section = typeof global === 'object' ? global : undefined;
  return pieces.flatMap(({ facts, map }) =>
    facts.integrations.flatMap(({ kind, config }) =>
      needFaults(kind, config, section, version).map(({ code, message, at }) => {
        const span = 'keySpan' in at ? at.keySpan : headSpan(at.node);
        return error(code, hostSpan(map, span), message);
      }),
    ),
  );
}

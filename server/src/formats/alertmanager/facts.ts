import { headSpan } from '../../languages/yaml/decode';
import type { Span } from '../../text/span';
import { itemSpan } from '../structure/decode';
import type { DecodedStruct, DecodedValue } from '../structure/types';
import type { ConfigModel, NamedSpan, RouteModel } from './model';
import { integrations, type Integration } from './schema/receivers';
import { isUnclear, listIn, nameIn, structsIn } from './values';

/**
 * What a configuration, or a piece of one, says that is judged only with the rest of the file in view. Spans are of the
 * text that it was decoded from.
 */
export interface ConfigFacts {
  /** Where something that is missing in the file as a whole is shown. */
  readonly head: Span;
  /** The root route; `unknown` where it can't be seen, is templated or refused. */
  readonly route?: DecodedStruct | 'null' | 'unknown';
  /** The key of the root route. */
  readonly routeKey?: Span;
  /** The section `global`, as `route`. */
  readonly global?: DecodedStruct | 'null' | 'unknown';
  /** Names that are defined; a null among the receivers or intervals has an empty one. */
  readonly receivers: readonly NamedSpan[];
  readonly timeIntervals: readonly NamedSpan[];
  /** More may be defined than can be seen. */
  readonly moreReceivers: boolean;
  readonly moreTimeIntervals: boolean;
  /** Names that routes use. */
  readonly usedReceivers: readonly NamedSpan[];
  readonly usedTimeIntervals: readonly NamedSpan[];
  /** Integrations, which `global` completes. */
  readonly integrations: readonly { readonly kind: Integration; readonly config: DecodedStruct }[];
}

/** The facts of a model. */
export function configFacts({ root, route, isRefused = false }: ConfigModel): ConfigFacts {
  const used = { receivers: [] as NamedSpan[], timeIntervals: [] as NamedSpan[] };
  if (route) addUses(route, used);
  return {
    head: root ? headSpan(root.node) : { from: 0, to: 0 },
    route: root ? sectionOf(root, 'route') : isRefused ? 'unknown' : undefined,
    routeKey: root?.fields.get('route')?.keySpan,
    global: root && sectionOf(root, 'global'),
    ...definitions(root),
    moreReceivers: !root || hasMore(root, ['receivers']),
    moreTimeIntervals: !root || hasMore(root, ['time_intervals', 'mute_time_intervals']),
    usedReceivers: used.receivers,
    usedTimeIntervals: used.timeIntervals,
    integrations: root ? structsIn(root, 'receivers').flatMap(integrationsOf) : [],
  };
}

function sectionOf(root: DecodedStruct, name: string): DecodedStruct | 'null' | 'unknown' | undefined {
  const value: DecodedValue | undefined = root.fields.get(name)?.value;
  if (value === undefined) return root.isOpen || root.suspects.has(name) ? 'unknown' : undefined;
  if (typeof value === 'string') return value;
  return value.kind === 'struct' ? value : 'unknown';
}

function definitions(root: DecodedStruct | undefined): Pick<ConfigFacts, 'receivers' | 'timeIntervals'> {
  const named = (list: string): NamedSpan[] => (root ? definedIn(root, list) : []);
  const timeIntervals = [...named('mute_time_intervals'), ...named('time_intervals')];
  return { receivers: named('receivers'), timeIntervals };
}

/** The names of a list's items. go-yaml keeps a null as an item without a name. */
function definedIn(root: DecodedStruct, name: string): NamedSpan[] {
  const list = listIn(root, name);
  if (!list) return [];
  return list.items.flatMap((item, index) => {
    if (item === 'null') return { text: '', span: itemSpan(list.node, index) };
    return typeof item === 'object' && item.kind === 'struct' ? (nameIn(item, 'name') ?? []) : [];
  });
}

/** True where lists of named items may define more: something is templated, or refused and reported. */
function hasMore(root: DecodedStruct, lists: readonly string[]): boolean {
  return lists.some(
    (name) => isUnclear(root, name) || structsIn(root, name).some((item) => !nameIn(item, 'name')),
  );
}

function addUses(route: RouteModel, used: { receivers: NamedSpan[]; timeIntervals: NamedSpan[] }): void {
  if (route.receiver) used.receivers.push(route.receiver);
  used.timeIntervals.push(...route.muteTimeIntervals, ...route.activeTimeIntervals);
  for (const child of route.routes) addUses(child, used);
}

function integrationsOf(receiver: DecodedStruct): ConfigFacts['integrations'][number][] {
  return integrations.flatMap((kind) => structsIn(receiver, kind.field).map((config) => ({ kind, config })));
}

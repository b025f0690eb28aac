import type { Span } from '../../text/span';
import type { DecodedStruct } from '../structure/types';
import { integrationName } from './names';
import type { ConfigModel, InhibitRuleModel, NamedSpan, ReceiverModel, RouteModel } from './model';

/** One line of a configuration's outline. */
export interface ConfigOutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'section' | 'route' | 'receiver' | 'integration' | 'inhibit-rule' | 'time-interval';
  readonly span: Span;
  /** The name inside `span`. */
  readonly selection: Span;
  readonly children: readonly ConfigOutlineItem[];
}

/** The outline of an Alertmanager configuration: its sections, and in them routes, receivers and the like. */
export function configSymbols(model: ConfigModel): ConfigOutlineItem[] {
  const { root, route, receivers, inhibitRules, timeIntervals } = model;
  if (!root) return [];
  const partsOf: Readonly<Record<string, () => ConfigOutlineItem[]>> = {
    route: () => (route ? [routeSymbol(route, 'default route')] : []),
    receivers: () => receivers.map(receiverSymbol),
    inhibit_rules: () => inhibitRules.map(inhibitRuleSymbol),
    inhibitRules: () => inhibitRules.map(inhibitRuleSymbol),
    time_intervals: () => intervals('time_intervals'),
    timeIntervals: () => intervals('time_intervals'),
    mute_time_intervals: () => intervals('mute_time_intervals'),
    muteTimeIntervals: () => intervals('mute_time_intervals'),
  };
  const intervals = (list: string): ConfigOutlineItem[] =>
    timeIntervals.filter((interval) => interval.list === list).map(intervalSymbol);
  return [...root.fields.values()].map(({ info: { name }, keySpan, node, value }) => {
    const children = partsOf[name]?.() ?? [];
    const { span } = typeof value === 'string' ? node : value.node;
    return {
      name,
      detail: children.length > 0 && name !== 'route' ? String(children.length) : '',
      kind: 'section',
      span: { from: keySpan.from, to: Math.max(keySpan.to, span.to) },
      selection: keySpan,
      children,
    };
  });
}

/** A route in words: what it takes, and who gets it. */
function routeSymbol(route: RouteModel, title?: string): ConfigOutlineItem {
  const { receiver, struct, continues, routes } = route;
  const takes = route.matchers.map(
    ({ matcher }) => `${matcher.name}${matcher.operator}${quoted(matcher.value)}`,
  );
  return item(struct, {
    name: title ?? (takes.length > 0 ? takes.join(', ') : 'every alert'),
    detail: [receiver && `→ ${receiver.text}`, continues && 'continue'].filter(Boolean).join(', '),
    kind: 'route',
    selection: receiver?.span,
    children: routes.map((child) => routeSymbol(child)),
  });
}

function quoted(value: string): string {
  return /^[\w.|*+-]+$/.test(value) ? value : JSON.stringify(value);
}

function receiverSymbol({ struct, name, integrations }: ReceiverModel): ConfigOutlineItem {
  const kinds = integrations.map(({ field }) => integrationName(field.info.name));
  return item(struct, {
    name: name.text,
    detail: [...new Set(kinds)].join(', '),
    kind: 'receiver',
    selection: name.span,
    children: integrations.map(({ field, config }) =>
      item(config, { name: integrationName(field.info.name), detail: '', kind: 'integration' }),
    ),
  });
}

function inhibitRuleSymbol({ struct, name, source, target }: InhibitRuleModel): ConfigOutlineItem {
  const side = (matchers: typeof source): string =>
    matchers.map(({ matcher }) => `${matcher.name}${matcher.operator}${quoted(matcher.value)}`).join(', ');
  const words = `${side(source)} mutes ${side(target)}`;
  return item(struct, {
    name: name?.text ?? words,
    detail: name ? words : '',
    kind: 'inhibit-rule',
    selection: name?.span,
  });
}

function intervalSymbol({ struct, name }: { struct: DecodedStruct; name: NamedSpan }): ConfigOutlineItem {
  return item(struct, { name: name.text, detail: '', kind: 'time-interval', selection: name.span });
}

function item(
  { node: { span } }: DecodedStruct,
  {
    selection,
    children = [],
    ...more
  }: Pick<ConfigOutlineItem, 'name' | 'detail' | 'kind'> & {
    readonly selection?: Span;
    readonly children?: readonly ConfigOutlineItem[];
  },
): ConfigOutlineItem {
  return { ...more, span, selection: selection ?? { from: span.from, to: span.from }, children };
}

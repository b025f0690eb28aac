import { inlineCode } from '../languages/promql/docs';
import type { UsedBy } from '../formats/rules/facts';
import type { MetricIndex, MetricUser } from '../workspace/metric-index';
import { fileName } from '../workspace/workspace';

type Kind = UsedBy['kind'];

/** What uses metrics, the most telling first, in words for one and for several. */
const KINDS: readonly (readonly [kind: Kind, one: string, several: string])[] = [
  ['alert', 'alert', 'alerts'],
  ['record', 'recording rule', 'recording rules'],
  ['panel', 'dashboard', 'dashboards'],
  ['test', 'rule test', 'rule tests'],
  ['query', 'query', 'queries'],
  ['document', 'document', 'documents'],
];

/** Names that a hover shows; the rest is counted. */
const MOST_NAMES = 8;

/** What uses one of the series, each alert, panel and so on once. */
export function usersOf(metrics: MetricIndex, series: Iterable<string>): MetricUser[] {
  const found = new Map<string, MetricUser>();
  for (const name of series) {
    for (const user of metrics.users(name))
      found.set(`${user.by.kind} ${user.uri} ${user.by.name ?? ''}`, user);
  }
  return [...found.values()];
}

/** `3 alerts, 1 dashboard`; empty where nothing uses it. */
export function usersCounted(users: readonly MetricUser[]): string {
  return KINDS.flatMap(([kind, one, several]) => {
    const own = users.filter(({ by }) => by.kind === kind);
    // A dashboard with many panels is one dashboard.
    const count = kind === 'panel' ? new Set(own.map(({ uri }) => uri)).size : own.length;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : several}`];
  }).join(', ');
}

/** Markdown that names the users: `Used by the alerts A, B, the recording rule c and 4 more`. */
export function usersNamed(users: readonly MetricUser[]): string | undefined {
  if (users.length === 0) return undefined;
  const parts: string[] = [];
  let room = MOST_NAMES;
  for (const [kind, one, several] of KINDS) {
    const names = [...new Set(users.filter(({ by }) => by.kind === kind).map(nameOf))];
    const shown = names.slice(0, room);
    room -= shown.length;
    if (shown.length > 0)
      parts.push(`${shown.length === 1 ? one : several} ${shown.map(inlineCode).join(', ')}`);
  }
  const all = KINDS.reduce(
    (sum, [kind]) => sum + new Set(users.filter(({ by }) => by.kind === kind).map(nameOf)).size,
    0,
  );
  const more = all > MOST_NAMES ? ` and ${all - MOST_NAMES} more` : '';
  return `Used by: ${parts.join('; ')}${more}`;
}

function nameOf({ uri, by }: MetricUser): string {
  const isNamed = by.kind === 'alert' || by.kind === 'record' || by.kind === 'panel';
  return isNamed && by.name !== undefined ? by.name : fileName(uri);
}

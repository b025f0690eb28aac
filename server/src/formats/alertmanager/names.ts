import { touches, type Span } from '../../text/span';
import type { ConfigModel, NamedSpan, RouteModel } from './model';

/** A name that a configuration defines or uses. */
export interface ConfigName extends NamedSpan {
  readonly kind: 'receiver' | 'time-interval' | 'inhibit-rule';
  readonly role: 'definition' | 'use';
}

/** What an integration is called: `slack` for `slack_configs`, and for `slackConfigs` of the operator's objects. */
export function integrationName(field: string): string {
  return field.replace(/_?configs$/i, '');
}

/** Every name in a configuration: definitions first, uses in the order of the routes. */
export function configNames({ receivers, timeIntervals, inhibitRules, route }: ConfigModel): ConfigName[] {
  const names: ConfigName[] = [];
  for (const { name } of receivers) names.push({ ...name, kind: 'receiver', role: 'definition' });
  for (const { name } of timeIntervals) names.push({ ...name, kind: 'time-interval', role: 'definition' });
  for (const { name } of inhibitRules)
    if (name) names.push({ ...name, kind: 'inhibit-rule', role: 'definition' });
  if (route) addUses(route, names);
  return names;
}

function addUses(route: RouteModel, names: ConfigName[]): void {
  const { receiver, muteTimeIntervals, activeTimeIntervals } = route;
  if (receiver) names.push({ ...receiver, kind: 'receiver', role: 'use' });
  for (const name of [...muteTimeIntervals, ...activeTimeIntervals]) {
    names.push({ ...name, kind: 'time-interval', role: 'use' });
  }
  for (const child of route.routes) addUses(child, names);
}

/** The name at an offset. */
export function configNameAt(model: ConfigModel, offset: number): ConfigName | undefined {
  return configNames(model).find(({ span }) => touches(span, offset));
}

/** Where a configuration defines and uses the name. */
export function configOccurrences(
  model: ConfigModel,
  { kind, text }: Pick<ConfigName, 'kind' | 'text'>,
): { readonly definitions: readonly Span[]; readonly uses: readonly Span[] } {
  const same = configNames(model).filter((name) => name.kind === kind && name.text === text);
  const spans = (role: ConfigName['role']): Span[] =>
    same.filter((name) => name.role === role).map(({ span }) => span);
  return { definitions: spans('definition'), uses: spans('use') };
}

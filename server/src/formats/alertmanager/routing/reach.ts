import type { ConfigModel } from '../model';
import { optionsOf } from './options';
import type { LabelLookup } from './truth';
import { reachedRoutes } from './walk';

/** What is known of an alert's labels before there is an alert. */
export interface PartialLabels {
  /** Empty for labels that the alert surely lacks. */
  readonly known: ReadonlyMap<string, string>;
  /** Labels that it may have, with whatever value. It has no others; without this it may have any. */
  readonly possible?: ReadonlySet<string>;
}

/** A receiver that an alert gets to. */
export interface ReachedReceiver {
  readonly name: string;
  /** False where it depends on labels or matchers that aren't known. */
  readonly isCertain: boolean;
}

/** The receivers that an alert may get to, each once, in the order of the tree. */
export function routeReach(model: ConfigModel, labels: PartialLabels): ReachedReceiver[] {
  const receivers = new Map<string, boolean>();
  const reached = model.route ? reachedRoutes(model.route, lookup(labels)) : [];
  for (const { path, isCertain } of reached) {
    const name = optionsOf(path).receiver?.value.text;
    if (name !== undefined) receivers.set(name, isCertain || receivers.get(name) === true);
  }
  return Array.from(receivers, ([name, isCertain]) => ({ name, isCertain }));
}

function lookup({ known, possible }: PartialLabels): LabelLookup {
  return (name) => known.get(name) ?? (possible === undefined || possible.has(name) ? undefined : '');
}

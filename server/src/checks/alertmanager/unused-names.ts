import type { ConfigModel, NamedSpan, RouteModel } from '../../formats/alertmanager/model';
import { isUnclear } from '../../formats/alertmanager/values';
import { removeItem } from '../../formats/structure/remove-item';
import type { DecodedStruct } from '../../formats/structure/types';
import type { Fix } from '../../text/finding';
import { closest } from '../../text/similar';
import type { AlertmanagerCheck } from './check';
import { routesOf } from './walk';

/** A receiver that no route names. */
export const unusedReceiver: AlertmanagerCheck = {
  code: 'alertmanager/unused-receiver',
  severity: 'warning',
  title: 'Receiver that no route uses',
  explanation:
    'Only routes send alerts to receivers. One that no route names gets nothing: often the route was forgotten, or the ' +
    'receiver when its route was removed.',
  scope: 'file',
  *run(model, { text }) {
    if (!model.route || namesMore(model, ['receiver'])) return;
    const used = Array.from(routesOf(model)).flatMap(({ receiver }) => receiver?.text ?? []);
    for (const { name, struct } of unused(model.receivers, used)) {
      yield {
        span: name.span,
        message: `no route uses the receiver "${name.text}"; add a route, or remove it`,
        fixes: removal(model, text, 'receivers', struct, `Remove the receiver ${name.text}`),
      };
    }
  },
};

/** A time interval that no route names. */
export const unusedTimeInterval: AlertmanagerCheck = {
  code: 'alertmanager/unused-time-interval',
  severity: 'warning',
  title: 'Time interval that no route uses',
  explanation:
    'A time interval does nothing by itself: a route has to name it in `mute_time_intervals` or `active_time_intervals`.',
  scope: 'file',
  *run(model, { text }) {
    if (!model.route || namesMore(model, ['mute_time_intervals', 'active_time_intervals'])) return;
    const used = Array.from(routesOf(model), intervalsOf).flat();
    for (const { name, struct, list } of unused(model.timeIntervals, used)) {
      yield {
        span: name.span,
        message: `no route uses the time interval "${name.text}"; name it in a route, or remove it`,
        fixes: removal(model, text, list, struct, `Remove the time interval ${name.text}`),
      };
    }
  },
};

/** Those that no route names, nor tries to: a name that nothing has is most likely a misspelling of a similar one. */
function unused<T extends { readonly name: NamedSpan }>(defined: readonly T[], used: readonly string[]): T[] {
  const names = new Set(used);
  const known = defined.map(({ name }) => name.text);
  const meant = new Set(used.filter((name) => !known.includes(name)).map((name) => closest(name, known)));
  return defined.filter(({ name: { text } }) => !names.has(text) && !meant.has(text));
}

function removal(
  { root }: ConfigModel,
  text: string,
  field: string,
  struct: DecodedStruct,
  title: string,
): Fix[] | undefined {
  const list = root?.fields.get(field)?.value;
  if (typeof list !== 'object' || list.kind !== 'list') return undefined;
  const edit = removeItem(text, list.node, list.items.indexOf(struct));
  return edit && [{ title, edits: [edit] }];
}

function intervalsOf({ muteTimeIntervals, activeTimeIntervals }: RouteModel): string[] {
  return [...muteTimeIntervals, ...activeTimeIntervals].map(({ text }) => text);
}

/** True where routes may name more than can be seen. */
function namesMore(model: ConfigModel, fields: readonly string[]): boolean {
  return Array.from(routesOf(model)).some(({ struct }) =>
    ['routes', ...fields].some((name) => isUnclear(struct, name)),
  );
}

import type { ConfigModel, MatcherModel, RouteModel } from '../../formats/alertmanager/model';
import type { DecodedStruct } from '../../formats/structure/types';
import { headSpan } from '../../languages/yaml/decode';
import type { Span } from '../../text/span';

/** Every route, in document order, as the path that leads to it from the root. */
export function* pathsOf({ route }: ConfigModel): Generator<readonly RouteModel[]> {
  if (route) yield* below([route]);
}

function* below(path: readonly RouteModel[]): Generator<readonly RouteModel[]> {
  yield path;
  for (const child of path.at(-1)?.routes ?? []) yield* below([...path, child]);
}

/** Every route, in document order. */
export function* routesOf(model: ConfigModel): Generator<RouteModel> {
  for (const path of pathsOf(model)) yield* path.slice(-1);
}

/** What stands for a route in a message: its first matcher, or its receiver, or where it begins. */
export function routeSpan({ matchers: [first], receiver, struct }: RouteModel): Span {
  return first?.span ?? receiver?.span ?? headSpan(struct.node);
}

/** Every list of matchers that all have to match. */
export function* matcherLists(
  model: ConfigModel,
): Generator<{ of: DecodedStruct; matchers: readonly MatcherModel[] }> {
  for (const { struct, matchers } of routesOf(model)) yield { of: struct, matchers };
  for (const { struct, source, target } of model.inhibitRules) {
    yield { of: struct, matchers: source };
    yield { of: struct, matchers: target };
  }
}

import { nullKind } from '../../../structure/nulls';
import { presence, presenceOfAny, type Presence } from '../../../structure/presence';
import type { DecodedField, DecodedStruct, StructRule, Version } from '../../../structure/types';
import { isSince } from '../../../structure/versions';
import { known, structIn } from '../../values';

/**
 * As `presence`, of a secret that Go has a pointer for: an empty text counts as set, and so does a null in an unusual
 * spelling, which the secret reads as empty text.
 */
export function pointerPresence(struct: DecodedStruct | undefined, name: string): Presence {
  const field = struct?.fields.get(name);
  const isSet =
    typeof field?.value === 'object' || (field?.value === 'null' && nullKind(field.node) === 'word');
  return isSet ? 'set' : presence(struct, name);
}

/** The text of a field; undefined where it isn't known, or is no scalar. */
export function textOf(struct: DecodedStruct, name: string): string | undefined {
  const value = known(struct, name);
  return value?.kind === 'scalar' ? value.text : undefined;
}

/** The struct that a field holds; undefined where it isn't known, null or absent. */
export function structOf(struct: DecodedStruct | undefined, name: string): DecodedStruct | undefined {
  return struct && structIn(struct, name);
}

/**
 * Whether a client configuration authorizes its requests: a bearer token becomes an authorization when it is read
 * (HTTPClientConfig.Validate of prometheus/common).
 */
export function authorizationOf(config: DecodedStruct | undefined): Presence {
  return presenceOfAny(config, ['authorization', 'bearer_token', 'bearer_token_file']);
}

/** Any of `first` excludes any of `second`; found at the later one in the text. */
export function conflict(first: readonly string[], second: readonly string[], since: Version): StructRule {
  return {
    kind: 'custom',
    check: (struct, report) => {
      if (!isSince(report.version, since)) return;
      const [a, b] = [firstSet(struct, first), firstSet(struct, second)];
      if (!a || !b) return;
      const [earlier, later] = a.keySpan.from < b.keySpan.from ? [a, b] : [b, a];
      report({
        code: 'alertmanager/exclusive-fields',
        message: `"${later.info.name}" and "${earlier.info.name}" exclude each other; keep one of them`,
        at: later,
        related: [{ span: earlier.keySpan, message: 'the other one' }],
      });
    },
  };
}

function firstSet(struct: DecodedStruct, names: readonly string[]): DecodedField | undefined {
  const name = names.find((candidate) => presence(struct, candidate) === 'set');
  return name === undefined ? undefined : struct.fields.get(name);
}

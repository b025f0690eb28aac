import type { DecodedStruct, DecodedValue } from './types';

/** `maybe`: filled in later by a template language, refused and reported, or possibly among what can't be seen. */
export type Presence = 'set' | 'unset' | 'maybe';

/** Whether a field has a value that Go tells from the zero value of its type; a struct is set even when it is empty. */
export function presence(struct: DecodedStruct | undefined, name: string): Presence {
  const field = struct?.fields.get(name);
  if (field) return valuePresence(field.value);
  return struct && (struct.isOpen || struct.suspects.has(name)) ? 'maybe' : 'unset';
}

export function valuePresence(value: DecodedValue): Presence {
  if (value === 'null') return 'unset';
  if (value === 'unknown') return 'maybe';
  return isZero(value) ? 'unset' : 'set';
}

function isZero(value: Exclude<DecodedValue, string>): boolean {
  switch (value.kind) {
    case 'struct':
    case 'any':
      return false;
    case 'list':
      return value.items.length === 0;
    case 'map':
      return value.entries.length === 0;
    case 'scalar':
      return value.parsed === undefined ? value.text === '' : value.parsed === false || value.parsed === 0;
  }
}

/** As `presence`, of any of several fields. */
export function presenceOfAny(struct: DecodedStruct | undefined, names: readonly string[]): Presence {
  const all = names.map((name) => presence(struct, name));
  if (all.includes('set')) return 'set';
  return all.includes('maybe') ? 'maybe' : 'unset';
}

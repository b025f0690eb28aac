import type { YamlNode } from '../../languages/yaml/nodes';
import { quoted } from '../../text/quoted';
import { closest } from '../../text/similar';
import type { StructDecoding } from './context';
import { owners } from './owners';
import type { DecodedField, FieldInfo, StructInfo } from './types';
import { isIn, isSince } from './versions';

/** More fields than these aren't listed. */
const MOST_LISTED = 12;

/**
 * Reports keys that are no fields of the struct.
 * @returns the fields that they were most likely meant to be
 */
export function reportUnknown(
  decoding: StructDecoding,
  info: StructInfo,
  present: ReadonlyMap<string, DecodedField>,
  unknown: ReadonlyMap<string, YamlNode>,
): ReadonlySet<string> {
  const suspects = new Set<string>();
  const { version } = decoding.context;
  const available = info.fields.filter((field) => isIn(field, version)).map(({ name }) => name);
  const free = available.filter((name) => !present.has(name));
  for (const [name, { span }] of unknown) {
    const other = info.fields.find((field) => field.name === name);
    if (other) {
      decoding.structural('unsupported-field', span, otherVersion(decoding, other));
      continue;
    }
    const instead = Object.hasOwn(info.instead ?? {}, name) ? info.instead?.[name] : undefined;
    const meant = instead === undefined ? closest(name, free) : undefined;
    if (meant !== undefined) {
      suspects.add(meant);
      decoding.structural('unknown-field', span, `unknown field ${quoted(name)}; did you mean "${meant}"?`, {
        fixes: [{ title: `Rename to ${meant}`, edits: [{ span, newText: meant }], preferred: true }],
      });
    } else {
      const hint = instead ?? placeOf(decoding, info, name) ?? listed(info, available);
      decoding.structural('unknown-field', span, `unknown field ${quoted(name)}; ${hint}`);
    }
  }
  return suspects;
}

function otherVersion({ context }: StructDecoding, { name, since, removed, deprecated }: FieldInfo): string {
  const { version, program } = context;
  const target = `the target version is ${version.join('.')}`;
  if (since && !isSince(version, since)) {
    return `"${name}" is new in ${program} ${since.join('.')}, and ${target}`;
  }
  const instead = deprecated ? `; ${deprecated.note}` : '';
  return `"${name}" was removed in ${program} ${removed?.join('.') ?? ''}, and ${target}${instead}`;
}

/** Where a field of that name belongs. */
function placeOf({ context }: StructDecoding, info: StructInfo, name: string): string | undefined {
  const { version, root } = context;
  const below = info.fields.find(
    ({ type, ...field }) =>
      type.kind === 'struct' &&
      isIn(field, version) &&
      type.struct().fields.some((inner) => inner.name === name && isIn(inner, version)),
  );
  if (below) return `put it under "${below.name}"`;
  const [first, second, third] = owners(root, name);
  if (!first || third) return undefined;
  const places = second ? `${first.title} or ${second.title}` : first.title;
  return `it belongs to ${places}, not to ${info.title}; check the indentation`;
}

function listed({ title }: StructInfo, names: readonly string[]): string {
  if (names.length === 0) return `${title} has no fields`;
  return names.length > MOST_LISTED ? `${title} has no such field` : `${title} has only ${names.join(', ')}`;
}

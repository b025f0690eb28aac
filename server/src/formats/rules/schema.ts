/**
 * Every field of a rule file, as data: decoding, completion, hover and the generated documentation all read it.
 * Sources: Prometheus' model/rulefmt (names, types), docs/configuration/{recording,alerting}_rules.md (meaning)
 * and CHANGELOG.md (`since`).
 */

import type { FieldInfo, Level } from './field-info';
import { FILE_FIELDS, GROUP_FIELDS } from './fields-of-group';
import { RULE_FIELDS } from './fields-of-rule';

const BY_LEVEL: Readonly<Record<Level, ReadonlyMap<string, FieldInfo>>> = {
  file: byName(FILE_FIELDS),
  group: byName(GROUP_FIELDS),
  rule: byName(RULE_FIELDS),
};

function byName(fields: readonly FieldInfo[]): ReadonlyMap<string, FieldInfo> {
  return new Map(fields.map((field) => [field.name, field]));
}

/** The fields of one level by name, in the order in which they are usually written. */
export function fieldsOf(level: Level): ReadonlyMap<string, FieldInfo> {
  return BY_LEVEL[level];
}

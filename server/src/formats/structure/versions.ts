import type { FieldInfo, Version } from './types';

/** True where `a` is `b` or newer. */
export function isSince(a: Version, b: Version): boolean {
  return a[0] > b[0] || (a[0] === b[0] && a[1] >= b[1]);
}

/** True where the version has the field. */
export function isIn({ since, removed }: Pick<FieldInfo, 'since' | 'removed'>, version: Version): boolean {
  return (!since || isSince(version, since)) && !(removed && isSince(version, removed));
}

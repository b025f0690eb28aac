import { statSync } from 'node:fs';
import type { Stats } from 'node:fs';

/** What there is at `path`, links followed; undefined where there is nothing, or nothing that we may see. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

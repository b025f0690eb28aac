import { join } from 'node:path';
import { installed } from './installed';

export type Oracle = 'promtool' | 'prometheus' | 'amtool' | 'alertmanager';

/**
 * The path of a reference program: below `ALERTWRIGHT_ORACLES` if that is set, otherwise in the cache,
 * where it is installed first when it is missing.
 */
export function oracle(name: Oracle): string {
  return join(installed('oracles'), name);
}

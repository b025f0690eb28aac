import type { StringFault } from '../structure/types';
import type { TimeIntervalCode } from './time-interval-codes';

export type { TimeIntervalCode } from './time-interval-codes';

/** What a text says, as far as it can be read, and what is wrong with it; both where it is taken but does nothing. */
export interface Reading<T> {
  readonly value?: T;
  readonly fault?: StringFault;
}

/** A fault, with what was meant if that is clear. */
export function faultOf(code: TimeIntervalCode, message: string, suggestion?: string): StringFault {
  if (suggestion === undefined) return { code, message };
  return { code, message: `${message}; did you mean ${suggestion}?`, suggestion };
}

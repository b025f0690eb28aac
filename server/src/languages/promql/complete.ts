import type { Suggestion } from '../../text/answers';
import type { ParseResult } from './ast';
import type { Candidates } from './candidates';
import { completeDurations, completeTimestamps } from './complete-durations';
import { completeLabelList, completeLabelString, completeMatcherLabels } from './complete-labels';
import { completeOperands } from './complete-operands';
import { completeGroupings, completeOperators } from './complete-operators';
import type { CompletionEnv, CompletionRequest } from './complete-request';
import { completeMatchOperators, completeMatcherValues } from './complete-values';
import { spotAt } from './place';
import type { Place } from './place-kinds';

export interface Completion {
  readonly items: Suggestion[];
  /** There are more; ask again when more is written. */
  readonly incomplete: boolean;
}

/**
 * What may be written at `offset` (UTF-16), best first. Works while the expression is half written; where only a
 * duration may stand, only durations are offered, and so on. Time is bounded by the number of names known.
 */
export function completePromql(result: ParseResult, offset: number, env: CompletionEnv): Completion {
  const { place, word } = spotAt(result, offset);
  return complete(place, { result, offset, word, env })?.result() ?? { items: [], incomplete: false };
}

function complete(place: Place, request: CompletionRequest): Candidates | undefined {
  switch (place.kind) {
    case 'nothing':
      return undefined;
    case 'operand':
      return completeOperands(place, request);
    case 'operator':
      return completeOperators(place, request);
    case 'aggregation':
      return completeGroupings(request);
    case 'matcher label':
      return completeMatcherLabels(place, request);
    case 'match operator':
      return completeMatchOperators(request);
    case 'matcher value':
      return completeMatcherValues(place, request);
    case 'label list':
      return completeLabelList(place, request);
    case 'duration':
      return completeDurations(place, request);
    case 'timestamp':
      return completeTimestamps(request);
    case 'string argument':
      return completeLabelString(place, request);
  }
}

import type { FunctionInfo } from './function-info';
import { HISTOGRAM_FUNCTIONS } from './functions-histogram';
import { LABEL_FUNCTIONS } from './functions-labels';
import { MATH_FUNCTIONS } from './functions-math';
import { OVER_TIME_FUNCTIONS } from './functions-over-time';
import { RATE_FUNCTIONS } from './functions-rate';
import { TIME_FUNCTIONS } from './functions-time';

/**
 * Every function of PromQL by name. Signatures as in prometheus/prometheus `promql/parser/functions.go` of 3.14,
 * versions from its change log.
 */
export const FUNCTIONS: ReadonlyMap<string, FunctionInfo> = new Map(
  [RATE_FUNCTIONS, OVER_TIME_FUNCTIONS, MATH_FUNCTIONS, TIME_FUNCTIONS, HISTOGRAM_FUNCTIONS, LABEL_FUNCTIONS]
    .flat()
    .map((info) => [info.name, info]),
);

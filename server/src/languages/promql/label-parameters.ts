import type { ParameterInfo } from './function-info';

const NAMES = new Set(['dst_label', 'src_label', 'quantile_label', 'label']);

/** True for parameters whose strings name a label: of `label_replace`, `label_join`, `sort_by_label`, `count_values`. */
export function namesLabel({ name, type }: ParameterInfo): boolean {
  return type === 'string' && NAMES.has(name);
}

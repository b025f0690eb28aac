import type { TemplateParameter, TemplateType } from './types';

/** One row of the function tables. */
export interface TemplateFunction {
  readonly name: string;
  readonly parameters: readonly TemplateParameter[];
  /** The last parameter may be absent or repeated. */
  readonly variadic: boolean;
  readonly returns: TemplateType;
  /** Markdown, our own words. */
  readonly summary: string;
  readonly details?: string;
  readonly example: string;
  /** The program's version that has it first; absent for Go's own. */
  readonly since?: string;
  readonly link: string;
}

/** `reReplaceAll pattern replacement text`, as a template calls it. */
export function signature(info: TemplateFunction): string {
  const last = info.parameters.length - 1;
  const parameters = info.parameters.map(({ name }, i) => (info.variadic && i === last ? `${name}…` : name));
  return [info.name, ...parameters].join(' ');
}

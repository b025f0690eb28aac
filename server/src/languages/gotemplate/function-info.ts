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

/** What rows of programs' tables say beside the rest, where it matters. */
interface More {
  readonly details?: string;
  readonly since?: string;
  readonly variadic?: boolean;
}

/**
 * What makes the rows of a program's table, each of a section of its documentation: name, parameters, result, summary,
 * example.
 * @param oldest stands for the version that has a function first where a row names none
 */
export function functionRows<Section extends string>(
  oldest: string,
  linkOf: (section: Section) => string,
): (
  section: Section,
  name: string,
  parameters: readonly TemplateParameter[],
  returns: TemplateType,
  summary: string,
  example: string,
  more?: More,
) => TemplateFunction {
  return (section, name, parameters, returns, summary, example, more = {}) => {
    const { details, since = oldest, variadic = false } = more;
    return { name, parameters, variadic, returns, summary, details, example, since, link: linkOf(section) };
  };
}

/** Parameters that functions of both programs have. */
export const TEXT: TemplateParameter = { name: 'text', type: 'string', doc: 'A string.' };
export const PATTERN: TemplateParameter = {
  name: 'pattern',
  type: 'string',
  doc: 'A regular expression (RE2); it may match anywhere in the text.',
};
export const REPLACEMENT: TemplateParameter = {
  name: 'replacement',
  type: 'string',
  doc: 'What to write instead; `$1` or `${name}` is a group.',
};

/** `reReplaceAll pattern replacement text`, as a template calls it. */
export function signature(info: TemplateFunction): string {
  const last = info.parameters.length - 1;
  const parameters = info.parameters.map(({ name }, i) => (info.variadic && i === last ? `${name}…` : name));
  return [info.name, ...parameters].join(' ');
}

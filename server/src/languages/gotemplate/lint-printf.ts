import { typeName, withArticle, type TemplateType } from './types';

interface Verb {
  /** As written, from the percent sign on. */
  readonly text: string;
  readonly letter: string;
}

const VERB = /%([+\-# 0]*[0-9]*(?:\.[0-9]*)?)(.?)/gsu;

/** The verbs that print a value of a type as it should be (package fmt); others print `%!d(string=…)`. */
const VERBS: ReadonlyMap<TemplateType, string> = new Map([
  ['string', 'vsqxXT'],
  ['int', 'vdboOxXcqUT'],
  ['float', 'veEfFgGbxXT'],
  ['complex', 'veEfFgGbxXT'],
  ['bool', 'vtT'],
  // A float, or a histogram: what is wrong for both.
  ['sample value', 'veEfFgGbxXTsqp'],
]);

/**
 * What is certainly wrong with a format for values of `types`, by the rules of Go's package fmt; `undefined`
 * where nothing is, or where widths or positions are taken from arguments.
 */
export function formatProblem(format: string, types: readonly TemplateType[]): string | undefined {
  if (/%[^%a-zA-Z]*[*[]/.test(format)) return undefined;
  const verbs: Verb[] = [];
  for (const [text, , letter = ''] of format.matchAll(VERB)) {
    if (letter === '') return `"${text}" at the end is no verb; write "%%" for a percent sign`;
    if (letter !== '%') verbs.push({ text, letter });
  }
  if (verbs.length > types.length) {
    const { text = '' } = verbs[types.length] ?? {};
    const hint = text.includes(' ') ? '; write "%%" for a percent sign' : '';
    return `there is no value for "${text}"${hint}`;
  }
  if (verbs.length < types.length) return `${types.length} values for ${plural(verbs.length, 'verb')}`;
  for (const [i, { text, letter }] of verbs.entries()) {
    const type = types[i] ?? 'any';
    const fitting = VERBS.get(type);
    if (fitting?.includes(letter) === false)
      return `"${text}" doesn't fit ${described(type)}${hintFor(type)}`;
  }
  return undefined;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function described(type: TemplateType): string {
  return type === 'sample value' || type === 'float' ? 'a float' : withArticle(typeName(type));
}

function hintFor(type: TemplateType): string {
  switch (type) {
    case 'sample value':
    case 'float':
      return '; write "%.0f", "%.2f" or "%v"';
    case 'string':
      return '; write "%s", or format the number before it becomes text';
    case 'int':
      return '; write "%d"';
    default:
      return '; write "%v"';
  }
}

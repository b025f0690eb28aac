import { listed } from './explain-parts';
import { inlineCode } from './docs';

const LITERAL = String.raw`(?:[\w:/ @=,;%&~"'#<>!-]|\\[^\w])`;
const ALTERNATIVE = new RegExp(`^(\\.[*+])?(${LITERAL}*)(\\.[*+]|\\.+)?$`);

/**
 * What a regular expression of a matcher says, for the simple ones that most are: alternatives of plain texts, with
 * `.*` or `.+` around them. Undefined for others. It always has to match the whole value.
 */
export function regexInWords(pattern: string): string | undefined {
  if (pattern.length > 1000) return undefined;
  const readings = pattern.split('|').map(alternativeInWords);
  const known = readings.filter((reading) => reading !== undefined);
  return known.length === readings.length ? listed(known, 'or') : undefined;
}

function alternativeInWords(alternative: string): string | undefined {
  const [all, before, literal = '', after] = ALTERNATIVE.exec(alternative) ?? [];
  if (all === undefined) return undefined;
  const text = inlineCode(literal.replaceAll(/\\(.)/g, '$1'));
  if (literal === '') return emptyInWords(before, after);
  if (before === undefined && after === undefined) return text;
  if (after !== undefined && /^\.+$/.test(after)) {
    const count = after.length === 1 ? 'any character' : `any ${after.length} characters`;
    return before === undefined ? `${text} and ${count}` : undefined;
  }
  if (before === undefined) return `what begins with ${text}${after === '.+' ? ' and goes on' : ''}`;
  if (after === undefined) return `what ends with ${text}${before === '.+' ? ' after something' : ''}`;
  return `what contains ${text}`;
}

function emptyInWords(before: string | undefined, after: string | undefined): string | undefined {
  if (before !== undefined && after !== undefined) return undefined;
  switch (before ?? after) {
    case undefined:
      return 'an empty value';
    case '.*':
      return 'anything, even an empty value';
    case '.+':
      return 'anything but an empty value';
    default:
      return after === '.' ? 'any character' : `any ${after?.length ?? 0} characters`;
  }
}

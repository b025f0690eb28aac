import type { Matcher } from './ast';
import { isReserved } from './characters';

type Condition = Pick<Matcher, 'name' | 'operator' | 'value'>;

/**
 * A matcher as Alertmanager writes it (Matcher.String in pkg/labels/matcher.go): `severity="critical"`. The value is
 * always quoted, a name only where the UTF-8 parser needs it, so that both parsers read it alike if both can.
 */
export function formatMatcher({ name, operator, value }: Condition): string {
  return `${formatName(name)}${operator}${quote(value)}`;
}

/** Several matchers in one item: `severity="critical",team=~"db|web"`. */
export function formatMatchers(matchers: readonly Condition[]): string {
  return matchers.map(formatMatcher).join(',');
}

/** A label's name, in quotes where it needs them. */
export function formatName(name: string): string {
  return name === '' || Array.from(name).some(isReserved) ? quote(name) : name;
}

/** `text` in double quotes, with the escapes that both parsers know. */
export function quote(text: string): string {
  return `"${escape(text)}"`;
}

/** `text` as it stands between double quotes. */
export function escape(text: string): string {
  return text.replaceAll(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
}

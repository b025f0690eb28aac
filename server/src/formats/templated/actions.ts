import type { Span } from '../../text/span';

/** A placeholder as it stands in a file: `{{ … }}`, and in Jinja `{% … %}` and `{# … #}`. */
export interface Action extends Span {
  readonly open: '{{' | '{%' | '{#';
  /** What stands between the braces, without trim markers and outer spaces. */
  readonly body: string;
}

const CLOSE = { '{{': '}}', '{%': '%}', '{#': '#}' } as const;

/** Every placeholder of the text, in order. One that is not closed before the next ends with its line. Linear in the text. */
export function actionsOf(text: string, jinja: boolean): Action[] {
  const actions: Action[] = [];
  const pattern = jinja ? /\{[{%#]/g : /\{\{/g;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const open = match[0] as Action['open'];
    const from = match.index;
    const to = endOf(text, from + 2, CLOSE[open]);
    const inner = text.slice(from + 2, text.startsWith(CLOSE[open], to - 2) ? to - 2 : to);
    actions.push({ from, to, open, body: inner.replace(/^-(?=\s)|-$/g, '').trim() });
    pattern.lastIndex = to;
  }
  return actions;
}

/** An action is not longer than this, which bounds the work on braces that nothing closes. UTF-16 units. */
const LONGEST = 8192;

/**
 * Where an action ends whose content starts at `at`; quoted text in it may have anything. A quote with a backslash
 * before it is YAML's, of a double-quoted scalar around the action.
 */
function endOf(text: string, at: number, close: string): number {
  const part = text.slice(at, at + LONGEST);
  const token = /(?<!\\)["'`]|\{\{|\}\}|%\}|#\}/g;
  for (let match = token.exec(part); match; match = token.exec(part)) {
    if (match[0] === close) return at + match.index + 2;
    if (match[0] === '{{') break;
    if (match[0].length > 1) continue;
    const end = endOfQuoted(part, match.index);
    if (end < 0) break;
    token.lastIndex = end;
  }
  const lineEnd = /\r?\n/.exec(part)?.index ?? part.length;
  return at + lineEnd;
}

/** Behind the closing quote; -1 if the line, or for a backtick the text, ends before it. */
function endOfQuoted(text: string, at: number): number {
  const quote = text.charAt(at);
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === quote) return i + 1;
    if (quote === '`') continue;
    if (c === '\n') return -1;
    if (c === '\\') i++;
  }
  return -1;
}

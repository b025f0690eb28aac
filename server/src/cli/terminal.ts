/** What terminals need: colours, the width of characters, and nothing in a file that drives the terminal. */

type Style = (text: string) => string;

export type Palette = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green', Style>>;

/**
 * Whether to colour: FORCE_COLOR decides where it is set, then NO_COLOR (https://no-color.org), then whether the
 * output is a terminal.
 */
export function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: term } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTerminal && !none && term !== 'dumb';
}

export function palette(coloured: boolean): Palette {
  const style =
    (on: number, off: number): Style =>
    (text) =>
      coloured && text !== '' ? `\x1b[${on}m${text}\x1b[${off}m` : text;
  return {
    bold: style(1, 22),
    dim: style(2, 22),
    red: style(31, 39),
    yellow: style(33, 39),
    blue: style(34, 39),
    green: style(32, 39),
  };
}

/** Where a report for people is shown. */
export interface Screen {
  readonly colours: Palette;
  /** In columns. */
  readonly width: number;
}

/** Columns where a report goes to a file or another program. */
const DEFAULT_WIDTH = 120;

export function screenOf({ isTTY, columns }: NodeJS.WriteStream): Screen {
  return { colours: palette(wantsColour(process.env, isTTY)), width: columns ?? DEFAULT_WIDTH };
}

/** C0 and C1 controls drive the terminal; bidirectional controls make text look like another one. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** `text` on one line, every control character as `�`. */
export function harmless(text: string): string {
  return text.replace(UNSAFE, '\ufffd');
}

const ZERO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE =
  /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\u31a0-\u31bf\uff01-\uff60\uffe0-\uffe6]$/u;

/** How many columns of a terminal one character (a code point) takes: 0, 1 or 2. */
export function widthOf(character: string): number {
  if (character <= '~') return 1;
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** A line of block-style YAML as far as its beginning tells, for text that is half written and may not parse. */
export interface LineShape {
  readonly from: number;
  /** Before the line break. */
  readonly to: number;
  /** Column of the first character; the line's length for a blank line. */
  readonly indent: number;
  /** Columns of the dashes that the line starts with. */
  readonly dashes: readonly number[];
  /** Column behind the dashes and their spaces. */
  readonly column: number;
  /** Offset of the content behind the dashes. */
  readonly content: number;
  readonly key?: LineKey;
  /** Nothing but spaces and a comment. */
  readonly blank: boolean;
}

export interface LineKey {
  /** Unquoted. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Offset behind the colon. */
  readonly valueFrom: number;
  /** What stands behind the colon, without comment, tag and anchor. */
  readonly value: string;
}

/** The longest key that go-yaml reads. */
const LONGEST_KEY = 1024;

/** The shape of the line that holds `offset`, seen up to `limit`. */
export function lineAt(text: string, offset: number, limit = text.length): LineShape {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const lineFeed = text.indexOf('\n', offset);
  let to = lineFeed < 0 ? text.length : lineFeed;
  if (to > from && text[to - 1] === '\r') to--;
  return shapeOf(text, from, Math.min(to, limit));
}

/** The line above, if there is one. */
export function lineAbove(text: string, line: LineShape): LineShape | undefined {
  return line.from === 0 ? undefined : lineAt(text, line.from - 1);
}

/** The line below, if there is one. */
export function lineBelow(text: string, line: LineShape): LineShape | undefined {
  const lineFeed = text.indexOf('\n', line.to);
  return lineFeed < 0 ? undefined : lineAt(text, lineFeed + 1);
}

function shapeOf(text: string, from: number, to: number): LineShape {
  let at = from;
  const skipSpaces = (): void => {
    while (at < to && text[at] === ' ') at++;
  };
  skipSpaces();
  const indent = at - from;
  const dashes: number[] = [];
  while (text[at] === '-' && at < to && (at + 1 >= to || text[at + 1] === ' ')) {
    dashes.push(at - from);
    at++;
    skipSpaces();
  }
  const blank = dashes.length === 0 && (at >= to || text[at] === '#' || /^\s*$/.test(text.slice(at, to)));
  const key = blank ? undefined : keyAt(text, at, to);
  return { from, to, indent, dashes, column: at - from, content: at, key, blank };
}

function keyAt(text: string, start: number, to: number): LineKey | undefined {
  const from = start + (/^(?:[&!][^ ]* +)*/.exec(text.slice(start, to))?.[0].length ?? 0);
  const quote = text[from];
  if (quote === '{' || quote === '[') return undefined;
  let end: number;
  if (quote === '"' || quote === "'") {
    end = text.indexOf(quote, from + 1) + 1;
    if (end === 0 || end > to) return undefined;
  } else {
    end = from;
    while (end < to && !endsKey(text, end, to)) end++;
  }
  let colon = end;
  while (text[colon] === ' ' && colon < to) colon++;
  if (text[colon] !== ':' || colon >= to || end === from || end - from > LONGEST_KEY) return undefined;
  if (colon + 1 < to && !/\s/.test(text.charAt(colon + 1))) return undefined;
  const name = text.slice(from, end);
  return {
    name: quote === '"' || quote === "'" ? name.slice(1, -1) : name.trimEnd(),
    from,
    to: from + name.trimEnd().length,
    valueFrom: colon + 1,
    value: bareValue(text.slice(colon + 1, to)),
  };
}

/** A plain key ends at the colon that a space or the line's end follows, or where a comment starts. */
function endsKey(text: string, at: number, to: number): boolean {
  const c = text[at];
  if (c === ':') return at + 1 >= to || /\s/.test(text.charAt(at + 1));
  return c === '#' && text[at - 1] === ' ';
}

function bareValue(value: string): string {
  return value
    .trim()
    .replace(/^(?:[&!]\S*\s*)+/, '')
    .replace(/^#.*| #.*/, '')
    .trimEnd();
}

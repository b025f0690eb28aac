/** Labels of an alert, in the order in which they were written. */
export type Labels = Readonly<Record<string, string>>;

const QUOTED = /"(?:[^"\\\n]|\\.)*"/.source;
const PAIR = new RegExp(`(${QUOTED}|[^\\s=:,!~{}"]+)[ \\t]*[=:][ \\t]*(${QUOTED}|[^,\\n}"]*)`, 'y');
const SEPARATORS = /[\s,{}]*/y;

/**
 * Reads labels as people have them at hand: `a=b,c="d e"`, `{a="b"}`, or one `a: b` a line.
 * Gives nothing where the text is not a list of labels, such as for `a=~"b"`.
 */
export function parseLabels(text: string): Record<string, string> | undefined {
  const labels: [string, string][] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    PAIR.lastIndex = at;
    const [pair, name, value] = PAIR.exec(text) ?? [];
    if (pair === undefined || name === undefined || value === undefined || value.startsWith('~'))
      return undefined;
    labels.push([unquote(name), unquote(value.trim())]);
    at += pair.length;
    const next = skip(text, at);
    if (next === at && at < text.length) return undefined;
    at = next;
  }
  // Object.fromEntries makes own properties, so that a label `__proto__` is one like any other.
  return Object.fromEntries(labels);
}

/** Writes labels so that `parseLabels` reads the same: `a="b", c="d"`. */
export function formatLabels(labels: Labels): string {
  return Object.entries(labels)
    .map(
      ([name, value]) =>
        `${/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)}=${JSON.stringify(value)}`,
    )
    .join(', ');
}

function skip(text: string, from: number): number {
  SEPARATORS.lastIndex = from;
  return from + (SEPARATORS.exec(text)?.[0].length ?? 0);
}

function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

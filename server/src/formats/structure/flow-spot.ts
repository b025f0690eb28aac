import type { Layout, Spot } from './spot';

interface Frame {
  readonly open: '{' | '[';
  readonly path: readonly string[];
  readonly present: Set<string>;
  /** Where the entry starts that is being read. */
  start: number;
  /** The entry's key, once its colon was read, and where its value starts. */
  key?: { readonly name: string; readonly valueFrom: number };
}

/**
 * What may be written at `offset` inside a flow collection that starts at or behind `from` on the same line, the path
 * of which is given. Undefined where there is no flow collection.
 */
export function flowSpots<C, L>(
  text: string,
  from: number,
  offset: number,
  path: readonly string[],
  layout: Layout<C, L>,
): Spot<C, L>[] | undefined {
  if (!/^\s*[[{]/.test(text.slice(from, offset))) return undefined;
  const frames: Frame[] = [];
  const lineEnd = text.indexOf('\n', offset);
  const end = lineEnd < 0 ? text.length : lineEnd;
  let spot: (() => Spot<C, L>[]) | undefined;
  let quote: string | undefined;
  for (let at = from; at < end; at++) {
    if (at === offset) spot = spotOf(text, offset, frames.at(-1), quote !== undefined, layout);
    const c = text.charAt(at);
    const frame = frames.at(-1);
    if (quote !== undefined) {
      if (c === quote) quote = undefined;
    } else if ((c === '"' || c === "'") && !/\w/.test(text.charAt(at - 1))) {
      quote = c;
    } else if (c === '{' || c === '[') {
      frames.push({ open: c, path: frame ? pathInside(frame) : path, present: new Set(), start: at + 1 });
    } else if (c === '}' || c === ']') {
      frames.pop();
      if (frames.length === 0) break;
    } else if (frame && c === ',') {
      frame.start = at + 1;
      frame.key = undefined;
    } else if (frame?.open === '{' && !frame.key && c === ':' && /\s/.test(text.charAt(at + 1) || ' ')) {
      const name = text
        .slice(frame.start, at)
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2');
      // The key at the cursor is the one that is being written.
      if (offset < frame.start || offset > at) frame.present.add(name);
      frame.key = { name, valueFrom: at + 1 };
    }
  }
  spot ??= offset >= end ? spotOf(text, offset, frames.at(-1), quote !== undefined, layout) : undefined;
  return spot?.() ?? [];
}

function pathInside({ open, path, key }: Frame): readonly string[] {
  if (open === '[') return [...path, '-'];
  return [...path, key?.name ?? ''];
}

/** The answer is made at the end, when the keys behind the cursor are known too. */
function spotOf<C, L>(
  text: string,
  offset: number,
  frame: Frame | undefined,
  quoted: boolean,
  layout: Layout<C, L>,
): (() => Spot<C, L>[]) | undefined {
  if (!frame) return undefined;
  const { key, start, present } = frame;
  const entry = text.slice(key?.valueFrom ?? start, offset);
  const lead = entry.length - entry.trimStart().length + (quoted ? 1 : 0);
  const from = (key?.valueFrom ?? start) + lead;
  const to = offset + (/^[\w.-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  const replace = { from: Math.min(from, offset), to };
  if (frame.open === '[') {
    const of = layout.listAt(frame.path);
    return of && (() => [{ kind: 'item-value', of, replace, flow: true }]);
  }
  const container = layout.containerAt(frame.path);
  if (!container) return undefined;
  if (key) {
    const needsSpace = key.valueFrom === offset;
    return () => [{ kind: 'value', container, field: key.name, present, replace, needsSpace }];
  }
  if (quoted) return undefined;
  const hasColon = /^ *:/.test(text.slice(to, to + 8));
  return () => [{ kind: 'key', container, present, replace, hasColon, deeper: 0, flow: true }];
}

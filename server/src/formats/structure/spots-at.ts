import { climb, type Surroundings } from './climb';
import { flowSpots } from './flow-spot';
import { lineAt, type LineShape } from './lines';
import type { Layout, Spot, ValueSpot } from './spot';

/**
 * What may be written at `offset` of a file of that layout. Looks at the lines around, not at a parse, so that
 * half-written lines work; nothing inside comments, block scalars and other text. A cursor below a list may continue
 * the list or the mapping around it, hence several answers.
 */
export function spotsAt<C, L>(text: string, offset: number, layout: Layout<C, L>): Spot<C, L>[] {
  const line = lineAt(text, offset, offset);
  const written = text.slice(line.content, offset);
  if (/^#|\s#/.test(written)) return [];
  const surroundings = climb(text, line);
  if (!surroundings) return [];
  const { path } = surroundings;
  const { key } = line;
  if (key) {
    const flow = flowSpots(text, key.valueFrom, offset, [...path, key.name], layout);
    const container = layout.containerAt(path);
    return (
      flow ?? (container ? [valueSpot(text, key.valueFrom, offset, container, key.name, surroundings)] : [])
    );
  }
  const flow = flowSpots(text, line.content, offset, path, layout);
  if (flow) return flow;
  if (line.dashes.length > 0 && text[offset - 1] === '-') {
    const of = layout.listAt(path.slice(0, -1));
    return of ? [{ kind: 'item', of, replace: { from: offset - 1, to: offset } }] : [];
  }
  const isItem = line.dashes.length > 0 && !layout.containerAt(path);
  const list = isItem ? layout.listAt(path.slice(0, -1)) : undefined;
  if (list)
    return [{ kind: 'item-value', of: list, replace: writtenValue(text, line.content, offset), flow: false }];
  if (/[\s"'[\]{}&*!|>]/.test(written)) return [];
  return wordSpots(text, offset, line, surroundings, layout);
}

function wordSpots<C, L>(
  text: string,
  offset: number,
  line: LineShape,
  surroundings: Surroundings,
  layout: Layout<C, L>,
): Spot<C, L>[] {
  const { path, openList, siblings, column } = surroundings;
  const end = offset + (/^[\w.-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  const replace = { from: line.content, to: end };
  const spots: Spot<C, L>[] = [];
  const container = layout.containerAt(path);
  if (container) {
    const hasColon = /^ *:/.test(text.slice(end, end + 8));
    const deeper = column - line.indent;
    spots.push({ kind: 'key', container, present: siblings, replace, hasColon, deeper, flow: false });
  }
  const of = layout.listAt(openList === undefined ? path : [...path, openList]);
  if (of && line.dashes.length === 0) spots.push({ kind: 'item', of, replace });
  return spots;
}

function valueSpot<C>(
  text: string,
  valueFrom: number,
  offset: number,
  container: C,
  field: string,
  { siblings }: Surroundings,
): ValueSpot<C> {
  return {
    kind: 'value',
    container,
    field,
    present: siblings,
    replace: writtenValue(text, valueFrom, offset),
    needsSpace: valueFrom === offset,
  };
}

/** What is written of the scalar around `offset` that starts at or behind `start`, without quotes. */
function writtenValue(text: string, start: number, offset: number): { from: number; to: number } {
  let from = start;
  while (from < offset && /\s/.test(text.charAt(from))) from++;
  const quote = from < offset && /["']/.test(text.charAt(from)) ? text.charAt(from) : undefined;
  if (quote) from++;
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + 1000))?.[0] ?? '';
  const length = quote ? rest.indexOf(quote) : rest.search(/\s*(?:\s#.*)?$/);
  return { from, to: offset + (length < 0 ? rest.length : length) };
}

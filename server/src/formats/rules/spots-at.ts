import { climb, type Surroundings } from './climb';
import { flowSpots } from './flow-spot';
import { lineAt, type LineShape } from './lines';
import { containerAt, type Container, type ItemSpot, type Spot, type ValueSpot } from './spot';

/**
 * What may be written at `offset` of a rule file. Looks at the lines around, not at a parse, so that half-written
 * lines work; nothing inside comments, block scalars and other text. A cursor below a list may continue the list or
 * the mapping around it, hence several answers.
 */
export function spotsAt(text: string, offset: number): Spot[] {
  const line = lineAt(text, offset, offset);
  const written = text.slice(line.content, offset);
  if (/^#|\s#/.test(written)) return [];
  const surroundings = climb(text, line);
  if (!surroundings) return [];
  const { path } = surroundings;
  const { key } = line;
  if (key) {
    const flow = flowSpots(text, key.valueFrom, offset, [...path, key.name]);
    const container = containerAt(path);
    return (
      flow ?? (container ? [valueSpot(text, key.valueFrom, offset, container, key.name, surroundings)] : [])
    );
  }
  const flow = flowSpots(text, line.content, offset, path);
  if (flow) return flow;
  if (/[\s"'[\]{}&*!|>]/.test(written)) return [];
  if (line.dashes.length > 0 && text[offset - 1] === '-') {
    const of = listAt(path.slice(0, -1));
    return of ? [{ kind: 'item', of, replace: { from: offset - 1, to: offset } }] : [];
  }
  return wordSpots(text, offset, line, surroundings);
}

function wordSpots(text: string, offset: number, line: LineShape, surroundings: Surroundings): Spot[] {
  const { path, openList, siblings, column } = surroundings;
  const end = offset + (/^[\w.-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
  const replace = { from: line.content, to: end };
  const spots: Spot[] = [];
  const container = containerAt(path);
  if (container) {
    const hasColon = /^ *:/.test(text.slice(end, end + 8));
    const deeper = column - line.indent;
    spots.push({ kind: 'key', container, present: siblings, replace, hasColon, deeper, flow: false });
  }
  const of = listAt(openList === undefined ? path : [...path, openList]);
  if (of && line.dashes.length === 0) spots.push({ kind: 'item', of, replace });
  return spots;
}

function listAt(path: readonly string[]): ItemSpot['of'] | undefined {
  const at = path.join('/');
  return at === 'groups' ? 'groups' : at === 'groups/-/rules' ? 'rules' : undefined;
}

function valueSpot(
  text: string,
  valueFrom: number,
  offset: number,
  container: Container,
  field: string,
  { siblings }: Surroundings,
): ValueSpot {
  let from = valueFrom;
  while (from < offset && /\s/.test(text.charAt(from))) from++;
  const quote = from < offset && /["']/.test(text.charAt(from)) ? text.charAt(from) : undefined;
  if (quote) from++;
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + 1000))?.[0] ?? '';
  const length = quote ? rest.indexOf(quote) : rest.search(/\s*(?:\s#.*)?$/);
  return {
    kind: 'value',
    container,
    field,
    present: siblings,
    replace: { from, to: offset + (length < 0 ? rest.length : length) },
    needsSpace: valueFrom === offset,
  };
}

import { lineAbove, lineBelow, type LineShape } from './lines';

/** The mapping that a line of block-style YAML belongs to. */
export interface Surroundings {
  /** Keys from the outside in; `-` stands for an item of a list. */
  readonly path: readonly string[];
  /** The mapping's other keys. */
  readonly siblings: ReadonlySet<string>;
  /** The column of the mapping's keys. */
  readonly column: number;
  /** A key of the mapping whose list a dash in this column would continue. */
  readonly openList?: string;
}

/** Where a mapping starts. */
interface Opening {
  /** `item`: `line` has the mapping's dash and first key. `key`: `line` has the key whose value the mapping is. */
  readonly kind: 'item' | 'key';
  readonly line: LineShape;
}

/** Climbs from `start`, a line whose content is a key of a mapping or could be one. Undefined inside of other text. */
export function climb(text: string, start: LineShape): Surroundings | undefined {
  const siblings = new Set<string>();
  let openList: string | undefined;
  let nearest: LineShape | undefined;
  let opening = openingOf(text, start, (line) => {
    nearest ??= line;
    if (!line.key || line.column !== start.column) return;
    const isNearest = siblings.size === 0 && line.dashes.length === 0;
    if (isNearest && (nearest !== line || line.key.value === '')) openList = line.key.name;
    siblings.add(line.key.name);
  });
  // A cursor between a dash and the column of its keys means the column of the keys.
  const column = opening?.kind === 'item' ? opening.line.column : start.column;
  if (opening?.kind === 'item' && opening.line.key && opening.line !== start) {
    siblings.add(opening.line.key.name);
  }
  addSiblingsBelow(text, start, column, siblings);

  const path: string[] = [];
  while (opening) {
    let owner: LineShape | undefined = opening.line;
    if (opening.kind === 'item') {
      path.unshift('-');
      owner = ownerOfList(text, opening.line);
      if (!owner) break;
    }
    // Text that goes on over several lines: a block scalar, or a plain one.
    if (owner.key?.value !== '') return undefined;
    path.unshift(owner.key.name);
    opening = openingOf(text, owner, () => undefined);
  }
  return { path, siblings, column, openList };
}

/** Goes up to where the mapping of `start` starts, calling `visit` for its keys and for items in their column. */
function openingOf(text: string, start: LineShape, visit: (line: LineShape) => void): Opening | undefined {
  if (start.dashes.length > 0) return { kind: 'item', line: start };
  const { column } = start;
  for (let line = lineAbove(text, start); line; line = lineAbove(text, line)) {
    if (line.blank || line.indent > column) continue;
    if (line.column < column) return { kind: 'key', line };
    if (line.dashes.includes(column)) {
      visit(line);
      continue;
    }
    if (line.column === column) visit(line);
    if (line.dashes.length > 0) return { kind: 'item', line };
  }
  return undefined;
}

/** The line of the key whose value is the list that `item` belongs to. */
function ownerOfList(text: string, item: LineShape): LineShape | undefined {
  const [dash, nested] = item.dashes;
  if (dash === undefined || nested !== undefined) return undefined;
  for (let line = lineAbove(text, item); line; line = lineAbove(text, line)) {
    if (line.blank || line.indent > dash || line.dashes.includes(dash)) continue;
    return line.column <= dash ? line : undefined;
  }
  return undefined;
}

function addSiblingsBelow(text: string, start: LineShape, column: number, siblings: Set<string>): void {
  for (let line = lineBelow(text, start); line; line = lineBelow(text, line)) {
    if (line.blank) continue;
    if (line.indent < column) return;
    if (line.indent === column && line.key && line.dashes.length === 0) siblings.add(line.key.name);
  }
}

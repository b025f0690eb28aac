import { cover } from '../../text/span';
import type { BinaryExpr, Fill } from './ast';
import { parseNumber } from './parse-number';
import { parseLabelList } from './parse-labels';
import type { Reader } from './reader';
import type { FillKeyword, TokenKind } from './token-kinds';

/** What may stand between a binary operator and its right side. */
export type Matching = Pick<BinaryExpr, 'bool' | 'matching' | 'group' | 'fills'>;

export const NO_MATCHING: Matching = { fills: [] };

const WORDS: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'bool',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'fill',
  'fill_left',
  'fill_right',
]);

/** `bool on (…) group_left (…) fill (…)`: `bin_modifier` in promql/parser/generated_parser.y. */
export function parseMatching(reader: Reader): Matching {
  if (!WORDS.has(reader.kind)) return NO_MATCHING;
  const bool = reader.is('bool') ? reader.word() : undefined;
  const matching = reader.is('on') || reader.is('ignoring') ? parseList(reader) : undefined;
  const hasGroup = reader.is('group_left') || reader.is('group_right');
  if (hasGroup && !matching) reader.unexpected('', '"on" or "ignoring" in front of it');
  const group = hasGroup ? parseGroup(reader) : undefined;
  const fills = parseFills(reader);
  skipMisplaced(reader);
  return { bool, matching, group, fills };
}

function parseList(reader: Reader): NonNullable<Matching['matching']> {
  return parseLabelList(reader, reader.word());
}

/** The list is optional here. */
function parseGroup(reader: Reader): NonNullable<Matching['group']> {
  const keyword = reader.word();
  return reader.is('(') ? parseLabelList(reader, keyword) : { keyword, labels: [], span: keyword.span };
}

/** `fill (0)`, or one of the other two, or both of them in any order. */
function parseFills(reader: Reader): Fill[] {
  const fills: Fill[] = [];
  if (!isFill(reader.kind)) return fills;
  const first = reader.kind;
  fills.push(parseFill(reader));
  const other = OTHER_SIDE[first];
  if (other !== undefined && reader.kind === other) fills.push(parseFill(reader));
  return fills;
}

const OTHER_SIDE: Readonly<Record<FillKeyword, FillKeyword | undefined>> = {
  fill: undefined,
  fill_left: 'fill_right',
  fill_right: 'fill_left',
};

function isFill(kind: TokenKind): kind is FillKeyword {
  return kind === 'fill' || kind === 'fill_left' || kind === 'fill_right';
}

function parseFill(reader: Reader): Fill {
  const keyword = reader.word();
  // The lexer takes the word for a keyword only where a parenthesis follows.
  reader.accept('(');
  const sign = reader.is('-') ? -1 : 1;
  if (reader.is('-') || reader.is('+')) reader.next();
  const value = parseFillValue(reader);
  if (!reader.accept(')')) {
    if (value !== undefined) reader.unexpected('fill', '")"');
    reader.skipTo(')');
    reader.accept(')');
  }
  return {
    keyword,
    value: sign * (value ?? NaN),
    span: cover(keyword.span, { from: reader.end, to: reader.end }),
  };
}

function parseFillValue(reader: Reader): number | undefined {
  switch (reader.kind) {
    case 'number':
    case 'duration': {
      const number = parseNumber(reader);
      return number.kind === 'number' ? number.value : NaN;
    }
    case 'hole':
      reader.next();
      return NaN;
    default:
      reader.unexpected('fill', 'number');
      return undefined;
  }
}

/** Words that only stand here, but in another order or once. */
function skipMisplaced(reader: Reader): void {
  let isReported = false;
  while (WORDS.has(reader.kind) && !isFill(reader.kind)) {
    if (!isReported) reader.unexpected('', 'the order bool, on or ignoring, group_left or group_right');
    isReported = true;
    parseGroup(reader);
  }
}

import { cover } from '../../text/span';
import type { LabelList, Word } from './ast';
import type { Reader } from './reader';
import { unquote } from './strings';
import { isLabelWord } from './token-kinds';

/** `(a, "b.c")` after a keyword, which was read already: `grouping_labels` in promql/parser/generated_parser.y. */
export function parseLabelList(reader: Reader, keyword: Word): LabelList {
  const labels: Word[] = [];
  if (!reader.is('(')) {
    reader.unexpected('grouping opts', '"("');
    // `by job` is meant as `by (job)`.
    if (isLabelWord(reader.kind)) labels.push(reader.word());
    return { keyword, labels, span: { from: keyword.span.from, to: reader.end } };
  }
  const { from } = reader;
  reader.next();
  while (!reader.is(')')) {
    const isHole = reader.is('hole');
    const label = parseLabel(reader);
    if (label) labels.push(label);
    // A placeholder may bring commas of its own.
    if (reader.accept(',') || isHole || reader.is('hole') || reader.is(')')) continue;
    if (label) reader.unexpected('grouping opts', '"," or ")"');
    reader.skipTo(',', ')', '(', '{', '[');
    if (!reader.accept(',')) break;
  }
  const list = { from, to: reader.accept(')') ? reader.end : reader.reach };
  return { keyword, labels, span: cover(keyword.span, list), list };
}

function parseLabel(reader: Reader): Word | undefined {
  const { kind } = reader;
  if (kind === 'string') return parseQuotedLabel(reader);
  if (kind === 'hole' || isLabelWord(kind)) return reader.word();
  reader.unexpected('grouping opts', 'label');
  return undefined;
}

function parseQuotedLabel(reader: Reader): Word {
  const { value, isUtf8 } = unquote(reader.tokenText);
  const { holed } = reader.lexer;
  const word = reader.word();
  if (!holed && (value === '' || !isUtf8)) {
    const why = value === '' ? 'it is empty' : 'it is not UTF-8';
    reader.fault('promql/label-name', word.span, `invalid label name for grouping: "${value}": ${why}`);
  }
  return { ...word, text: value, quoted: true };
}

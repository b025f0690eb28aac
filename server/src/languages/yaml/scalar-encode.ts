import type { TextEdit } from '../../text/finding';
import type { OffsetMap, Refusal } from '../../text/region';
import { encodeBlock } from './block-encode';
import type { EditedScalar, Way } from './edits';
import { applyEdits } from './edits';
import type { ScalarNode, ScalarStyle } from './nodes';
import { resolveScalar } from './resolve';
import { endOfLine, readValue, startsPlain } from './scalar-read';

/**
 * Turns edits of a scalar's value into edits of its source. Each way to write them is read back before it is given;
 * if none reads as the value wanted, the edits are refused.
 */
export function encodeEdits(
  text: string,
  node: ScalarNode,
  map: OffsetMap & { readonly value: string },
  edits: readonly TextEdit[],
): TextEdit[] | Refusal {
  const ordered = [...edits].sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
  const overlap = ordered.some(({ span }, i) => span.from < (ordered[i - 1]?.span.to ?? 0));
  if (overlap) return { refused: 'the edits overlap' };
  const newValue = applyEdits(map.value, ordered);
  if (newValue === map.value) return [];
  if (/\p{Surrogate}/u.test(newValue)) return { refused: 'the text holds half of a character' };
  const edited: EditedScalar = { text, node, map, value: map.value, edits: ordered, newValue };
  for (const way of node.block === undefined ? encodeFlow(edited) : encodeBlock(edited)) {
    if (readsBack(edited, way)) return way.edits;
  }
  const what = node.block === undefined ? 'a YAML scalar' : `a ${node.style} block scalar`;
  return { refused: `${what} can't hold this text here` };
}

/** Whether the document, edited, has a scalar here with the new value, and nothing else changed. */
function readsBack({ text, node, newValue }: EditedScalar, { style, edits }: Way): boolean {
  const { from } = node.span;
  const to = node.block?.tail ?? node.span.to;
  const old = text.slice(from, to);
  const edited = applyEdits(old, edits, from);
  const source = old === '' ? edited.replace(/^ /, '') : edited;
  const behind = text.slice(to, endOfLine(text, to));
  const indent = style === 'plain' ? indentOf(old) : 0;
  const read = readValue(source + behind, { ...node, style }, indent);
  if (read?.value !== newValue || read.end !== source.length) return false;
  if (source.length > MAX_KEY_LENGTH && /^[ \t]*:/.test(behind)) return false;
  if (style === 'plain') return isPlainHere(node, source + behind, newValue);
  return node.style !== 'plain' || node.inFlow === true || !tabsFollow(text, to);
}

/** The least indentation of the lines behind the first: what the new ones must keep. */
function indentOf(source: string): number {
  const lines = source.split(/\r\n|[\r\n\x85\u2028\u2029]/).slice(1);
  const columns = lines.map((line) => line.search(/[^ \t]/)).filter((column) => column >= 0);
  return columns.reduce((least, column) => Math.min(least, column), columns[0] ?? 0);
}

/** Tabs at the start of the lines behind a plain scalar are white space of its own; behind a quoted one they are refused. */
function tabsFollow(text: string, offset: number): boolean {
  const space = /[ \t\r\n\x85\u2028\u2029]*/y;
  space.lastIndex = offset;
  return /[\r\n\x85\u2028\u2029] *\t/.test(space.exec(text)?.[0] ?? '');
}

/** go-yaml's limit for a key without `?`. */
const MAX_KEY_LENGTH = 1024;

/** A plain scalar starts with no indicator, and its text decides its type: no text may become a number or a null. */
function isPlainHere(node: ScalarNode, source: string, newValue: string): boolean {
  if (!startsPlain(source, node.inFlow === true)) return false;
  const { tag } = resolveScalar({ ...node, value: newValue });
  return tag === '!!str' || tag === resolveScalar(node).tag;
}

/** What can't stand in a plain or single-quoted scalar as it is: line breaks and control characters. */
const UNPRINTABLE = /(?!\t)[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** The ways to write a plain or quoted scalar, the least change first. */
function* encodeFlow(edited: EditedScalar): Generator<Way> {
  const { node, edits, newValue } = edited;
  const space = spaceBefore(edited);
  if (space === undefined) return;
  if (node.style === 'double' || !edits.some(({ newText }) => UNPRINTABLE.test(newText))) {
    yield { style: node.style, edits: edits.map((edit) => localEdit(edited, edit, space)) };
  }
  if (!UNPRINTABLE.test(newValue) && (node.style === 'single' || prefersSingle(newValue))) {
    yield rewrite(edited, 'single', space);
  }
  yield rewrite(edited, 'double', space);
}

/**
 * What must come before the scalar: a space, if it is absent and its `:` or `-` stands right before it.
 * Nothing if it is absent and can't be written here.
 */
function spaceBefore({ text, node: { span, inFlow } }: EditedScalar): string | undefined {
  if (span.from < span.to) return '';
  const before = text.slice(Math.max(0, span.from - 100), span.from);
  // In a flow collection `a:` without a space behind it is a plain scalar.
  const indicator = inFlow ? /:[ \t]+$/ : /(?::|(?:^|\s)[-?])[ \t]*$/;
  if (!indicator.test(before)) return undefined;
  return /[ \t]$/.test(before) ? '' : ' ';
}

function prefersSingle(value: string): boolean {
  return !value.includes("'") || /["\\]/.test(value);
}

function localEdit({ node, map }: EditedScalar, { span, newText }: TextEdit, space: string): TextEdit {
  const to = map.toHost(span.to, 'end');
  const from = span.from === span.to ? to : map.toHost(span.from, 'start');
  return { span: { from, to }, newText: space + escapeFor(node.style, newText) };
}

function rewrite({ node, newValue }: EditedScalar, style: 'single' | 'double', space: string): Way {
  const quote = style === 'single' ? "'" : '"';
  return { style, edits: [{ span: node.span, newText: space + quote + escapeFor(style, newValue) + quote }] };
}

function escapeFor(style: ScalarStyle, text: string): string {
  if (style === 'single') return text.replaceAll("'", "''");
  return style === 'double' ? escapeDouble(text) : text;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

function escapeDouble(text: string): string {
  return text.replace(/["\\\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu, (c) => {
    const code = c.charCodeAt(0).toString(16);
    return (
      SHORT_ESCAPES[c] ?? (code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`)
    );
  });
}

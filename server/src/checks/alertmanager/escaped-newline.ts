import { walkScalars, walkStructs } from '../../formats/structure/locate';
import type { DecodedField, DecodedStruct } from '../../formats/structure/types';
import { resolveAlias } from '../../languages/yaml/decode';
import type { ScalarNode, YamlNode } from '../../languages/yaml/nodes';
import { scalarRegion } from '../../languages/yaml/scalar-source';
import type { Fix } from '../../text/finding';
import type { Span } from '../../text/span';
import { hostSpan } from '../../text/region';
import type { Advice } from '../check';
import type { AlertmanagerCheck } from './check';

/** `\n` where YAML leaves it alone and the template, too. */
export const escapedNewline: AlertmanagerCheck = {
  code: 'alertmanager/escaped-newline',
  severity: 'warning',
  title: '`\\n` that is sent as two characters',
  explanation:
    'Only in double quotes does YAML read `\\n` as a line break. In single quotes, without quotes and in block scalars it ' +
    'stays a backslash and an `n`, and so people read it in the message. Write the text in double quotes, or as a block ' +
    'scalar with real line breaks. Inside of `{{ … }}`, Go reads `"\\n"` itself.',
  scope: 'part',
  *run({ root }, { text }) {
    if (!root) return;
    for (const node of templatedScalars(root)) yield* adviceOn(node, text, node.block === undefined);
    for (const node of nestedScalars(root)) yield* adviceOn(node, text, false);
  },
};

/** @param canRewrite all of the scalar can be seen, and it fits on a line */
function* adviceOn(node: ScalarNode, text: string, canRewrite: boolean): Generator<Advice> {
  const { style, value, span } = node;
  if (style === 'double' || !value.includes('\\n')) return;
  const breaks = escapedBreaks(value);
  const [first] = breaks;
  if (!first) return;
  const fix: Fix = {
    title: 'Use double quotes',
    edits: [{ span, newText: doubleQuoted(value, breaks) }],
    preferred: true,
  };
  yield {
    span: hostSpan(scalarRegion(text, node).map, first),
    message:
      'this `\\n` is sent as a backslash and an "n"; use double quotes, or a block scalar with real line breaks',
    fixes: canRewrite ? [fix] : [],
  };
}

/** Where `\n` stands outside of actions and isn't escaped itself. */
function escapedBreaks(text: string): Span[] {
  const found: Span[] = [];
  for (const { 0: part, index } of text.matchAll(/\{\{[^]*?\}\}|\{\{[^]*|\\[^]/g)) {
    if (part === '\\n') found.push({ from: index, to: index + part.length });
  }
  return found;
}

/** `text` in YAML's double quotes, `breaks` as line breaks. */
function doubleQuoted(text: string, breaks: readonly Span[]): string {
  const starts = new Set(breaks.map(({ from }) => from));
  const escaped = text.replace(/[\\"\n\t\r]/g, (character, offset: number) => {
    if (starts.has(offset)) return '\\';
    return { '\n': '\\n', '\t': '\\t', '\r': '\\r' }[character] ?? `\\${character}`;
  });
  return `"${escaped}"`;
}

/** Every text that is executed as a template. */
function templatedScalars(root: DecodedStruct): Set<ScalarNode> {
  const texts = Array.from(walkScalars(root)).filter(
    ({ type, field }) => type.kind === 'string' && isTemplate(field),
  );
  return new Set(texts.map(({ value }) => value.node));
}

/** The texts in fields that hold any YAML, such as the details of an incident. */
function* nestedScalars(root: DecodedStruct): Generator<ScalarNode> {
  for (const struct of walkStructs(root)) {
    for (const field of struct.fields.values()) {
      const { type } = field.info;
      const isAny = type.kind === 'any' || (type.kind === 'map' && type.values.kind === 'any');
      if (isAny && isTemplate(field)) yield* new Set(scalarsIn(field.node));
    }
  }
}

function isTemplate({ info: { templated, type } }: DecodedField): boolean {
  return templated ?? (type.kind === 'map' && type.templated === true);
}

/** The values in any YAML. */
function* scalarsIn(written: YamlNode, depth = 0): Generator<ScalarNode> {
  const node = resolveAlias(written);
  if (!node || depth > DEEPEST) return;
  if (node.kind === 'scalar') yield node;
  else if (node.kind === 'sequence') for (const item of node.items) yield* scalarsIn(item, depth + 1);
  else for (const { value } of node.pairs) yield* scalarsIn(value, depth + 1);
}

/** Deeper than anyone nests what is sent. */
const DEEPEST = 50;

import type { ScalarNode } from '../../languages/yaml/nodes';
import { scalarRegion, type ScalarRegion } from '../../languages/yaml/scalar-source';
import type { Span } from '../../text/span';

/** A value that isn't written yet: a scalar without width where its text would stand. */
export interface EmptyValue {
  readonly node: ScalarNode;
  region(): ScalarRegion;
}

/**
 * The place of a value that isn't written yet, so that it can be completed: between quotes, at the end of the key's
 * line, or on the blank line behind the header of a block scalar. Undefined where text can't be put so.
 */
export function emptyValue(text: string, key: Span, node: ScalarNode): EmptyValue | undefined {
  if (node.value !== '') return undefined;
  switch (node.style) {
    case 'single':
    case 'double':
      return { node, region: () => scalarRegion(text, node) };
    case 'literal':
    case 'folded':
      return emptyBlock(text, key, node);
    case 'plain':
      return node.span.to > node.span.from ? undefined : emptyPlain(text, node);
  }
}

function plainAt(at: number): ScalarNode {
  return { kind: 'scalar', style: 'plain', value: '', span: { from: at, to: at } };
}

/** Behind the spaces that must follow the colon. */
function emptyPlain(text: string, { span }: ScalarNode): EmptyValue | undefined {
  let at = span.from;
  while (text[at] === ' ') at++;
  // A comment wants a space in front of it.
  if (text[at] === '#') at--;
  if (at <= span.from) return undefined;
  const node = plainAt(at);
  return { node, region: () => scalarRegion(text, node) };
}

/** At the end of the line behind a block scalar's header, if nothing but indentation stands there. */
function emptyBlock(text: string, key: Span, { span }: ScalarNode): EmptyValue | undefined {
  const header = text.indexOf('\n', span.from);
  if (header < 0) return undefined;
  const lineEnd = /[^\r\n]*/y;
  lineEnd.lastIndex = header + 1;
  const indent = lineEnd.exec(text)?.[0] ?? '';
  const keyColumn = key.from - (text.lastIndexOf('\n', key.from - 1) + 1);
  if (!/^ *$/.test(indent) || indent.length <= keyColumn) return undefined;
  const at = header + 1 + indent.length;
  const region: ScalarRegion = {
    text: '',
    map: { toHost: () => at, toFragment: () => 0 },
    encode: (edits) => {
      const newText = edits
        .map((edit) => edit.newText)
        .join('')
        .replaceAll('\n', `\n${indent}`);
      return [{ span: { from: at, to: at }, newText }];
    },
  };
  return { node: plainAt(at), region: () => region };
}

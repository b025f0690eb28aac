import type { Span } from '../../text/span';
import type { MappingNode, Pair, SequenceNode, YamlNode } from './nodes';
import type { PatchedText } from './patched-text';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Gives a tree that was read from a patched text the offsets of the original, in place. */
export function relocate(root: YamlNode, patched: PatchedText): void {
  const pending: YamlNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const moved: Writable<YamlNode> = node;
    moved.span = sourceSpan(patched, node.span);
    if (node.kind === 'scalar' && node.block !== undefined) {
      const scalar: Writable<typeof node> = node;
      scalar.block = { indent: node.block.indent, tail: patched.toSource(node.block.tail, 'end') };
    } else if (node.kind === 'sequence') {
      const sequence: Writable<SequenceNode> = node;
      sequence.dashes = node.dashes.map((dash) => patched.toSource(dash));
      for (const item of node.items) pending.push(item);
    } else if (node.kind === 'mapping') {
      const mapping: Writable<MappingNode> = node;
      mapping.pairs = node.pairs.map((pair) => relocatePair(pair, patched));
      for (const { key, value } of node.pairs) pending.push(key, value);
    }
  }
}

/** A colon that only the patch has isn't one of the original. */
function relocatePair({ key, value, colon }: Pair, patched: PatchedText): Pair {
  if (colon === undefined || patched.isInserted(colon)) return { key, value };
  return { key, value, colon: patched.toSource(colon) };
}

/** The span in the original of a span in the patched text. */
export function sourceSpan(patched: PatchedText, { from, to }: Span): Span {
  const start = patched.toSource(from);
  return { from: start, to: Math.max(start, patched.toSource(to, 'end')) };
}

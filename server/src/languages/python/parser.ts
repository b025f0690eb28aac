import type { Tree } from '@lezer/common';
import { TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';
import { exported } from '../code/detach';
import type { CodeFile, CodeSurroundings, CodeValue } from '../code/tree';
import { collectBindings } from './bindings';
import { Evaluator } from './evaluate';
import { markedStrings } from './marks';

/** Reads a Python file again and again; each time only what changed is parsed anew. */
export class PythonParser {
  private last: { readonly text: string; readonly tree: Tree } | undefined;

  /** What `text`, the file as it is now, writes. Text that isn't Python is passed over. */
  read(text: string, surroundings: CodeSurroundings = {}): CodeFile {
    const tree = parser.parse(text, this.reusable(text));
    this.last = { text, tree };
    return readTree(text, tree, surroundings);
  }

  /** What can be kept of the last tree, if one stretch of text was replaced. */
  private reusable(text: string): readonly TreeFragment[] {
    if (!this.last) return [];
    const { text: old, tree } = this.last;
    const fragments = TreeFragment.addTree(tree);
    if (old === text) return fragments;
    const shorter = Math.min(old.length, text.length);
    let from = 0;
    while (from < shorter && old.charCodeAt(from) === text.charCodeAt(from)) from++;
    let behind = 0;
    while (
      behind < shorter - from &&
      old.charCodeAt(old.length - 1 - behind) === text.charCodeAt(text.length - 1 - behind)
    ) {
      behind++;
    }
    const change = { fromA: from, toA: old.length - behind, fromB: from, toB: text.length - behind };
    return TreeFragment.applyChanges(fragments, [change]);
  }
}

function readTree(text: string, tree: Tree, surroundings: CodeSurroundings): CodeFile {
  const bindings = collectBindings(text, tree);
  const evaluator = new Evaluator(text, bindings, surroundings);
  evaluator.visit(tree.topNode, bindings.module);
  const exports = new Map<string, CodeValue>();
  for (const name of bindings.module.names) {
    const value = evaluator.names.exported(bindings.module.own(name));
    if (value && value.kind !== 'unknown') exports.set(name, exported(value));
  }
  const { calls, objects, strings, names } = evaluator;
  const byPlace = (a: CodeValue, b: CodeValue): number => a.span.from - b.span.from || a.span.to - b.span.to;
  return {
    language: 'python',
    text,
    calls: calls.sort(byPlace),
    objects: objects.sort(byPlace),
    tagged: [],
    marked: markedStrings(text, tree, strings.all),
    exports,
    wanted: names.wanted,
  };
}

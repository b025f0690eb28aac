import { TreeFragment } from '@lezer/common';
import type { Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { changeBetween } from '../../text/change';
import type { CodeFile, CodeSurroundings } from '../code/tree';
import { nestingLimit } from './nesting';
import { scriptBlocks } from './script-blocks';
import { ScriptFile } from './script-file';

/** How a file of programs is written: by its extension. */
export type ScriptDialect = 'ts' | 'tsx' | 'js' | 'jsx' | 'vue' | 'svelte';

const TYPESCRIPT = parser.configure({ dialect: 'ts' });
const TSX = parser.configure({ dialect: 'ts jsx' });
const JAVASCRIPT = parser.configure({ dialect: 'jsx' });

type Grammar = typeof parser;

/** Reads one file of TypeScript or JavaScript again and again, and parses what has changed only. */
export class ScriptParser {
  private last: { readonly input: string; readonly tree: Tree; readonly grammar: Grammar } | undefined;

  constructor(private readonly dialect: ScriptDialect) {}

  /** The values of `text`; those from other files, as far as `surroundings` know them. Never throws. */
  read(text: string, surroundings: CodeSurroundings = {}): CodeFile {
    const { source, grammar } = this.programOf(text);
    return new ScriptFile(text, source, this.parse(source, grammar), surroundings);
  }

  private programOf(text: string): { source: string; grammar: Grammar } {
    switch (this.dialect) {
      case 'ts':
        return { source: text, grammar: TYPESCRIPT };
      case 'tsx':
        return { source: text, grammar: TSX };
      case 'js':
      case 'jsx':
        return { source: text, grammar: JAVASCRIPT };
      case 'vue':
      case 'svelte': {
        const { source, hasJsx } = scriptBlocks(text);
        return { source, grammar: hasJsx ? TSX : TYPESCRIPT };
      }
    }
  }

  private parse(source: string, grammar: Grammar): Tree {
    const input = forLezer(source);
    const limit = nestingLimit(input);
    const parse = grammar.startParse(input, this.unchanged(input, grammar));
    if (limit < input.length) parse.stopAt(limit);
    let tree = parse.advance();
    while (!tree) tree = parse.advance();
    this.last = limit < input.length ? undefined : { input, tree, grammar };
    return tree;
  }

  /** What the last tree can still be used for. */
  private unchanged(input: string, grammar: Grammar): readonly TreeFragment[] {
    const { last } = this;
    if (last?.grammar !== grammar) return [];
    const fragments = TreeFragment.addTree(last.tree);
    const change = changeBetween(last.input, input);
    if (!change) return fragments;
    const { from, oldTo, newTo } = change;
    return TreeFragment.applyChanges(fragments, [{ fromA: from, toA: oldTo, fromB: from, toB: newTo }]);
  }
}

/** Lezer's grammar takes the line feed of an escaped CR LF for the end of the string; one that is as long is as good. */
function forLezer(source: string): string {
  return source.replaceAll('\\\r\n', ' \\\n');
}

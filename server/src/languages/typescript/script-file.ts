import type { Tree } from '@lezer/common';
import type {
  CodeCall,
  CodeFile,
  CodeObject,
  CodeSurroundings,
  CodeValue,
  MarkedString,
  TaggedString,
} from '../code/tree';
import { Evaluator } from './evaluator';
import { exportsOf } from './exports';
import { markedStrings } from './marks';
import { Scopes } from './scopes';
import { templateString } from './strings';
import { Syntax, nodeKinds } from './syntax';
import type { Node, NodeKinds } from './syntax';

/** What a program says, worked out when it is asked for. */
export class ScriptFile implements CodeFile {
  readonly language = 'javascript';
  private readonly syntax: Syntax;
  private readonly values: Evaluator;
  private listed: { [K in 'calls' | 'objects' | 'tagged' | 'marked']?: CodeFile[K] } = {};
  private exported: ReadonlyMap<string, CodeValue> | undefined;

  /** `source` is the program of the file `text`, with its offsets, and `tree` what it was parsed to. */
  constructor(
    readonly text: string,
    source: string,
    tree: Tree,
    surroundings: CodeSurroundings,
  ) {
    this.syntax = new Syntax(source, tree);
    this.values = new Evaluator(this.syntax, new Scopes(this.syntax), surroundings);
  }

  get calls(): readonly CodeCall[] {
    return (this.listed.calls ??= this.nodes(CALLS).map((node) => this.values.callAt(node)));
  }

  get objects(): readonly CodeObject[] {
    return (this.listed.objects ??= this.nodes(OBJECTS).flatMap((node) => {
      const value = this.values.valueOf(node);
      return value.kind === 'object' ? [value] : [];
    }));
  }

  get tagged(): readonly TaggedString[] {
    return (this.listed.tagged ??= this.nodes(TAGGED).flatMap((node) => this.taggedAt(node)));
  }

  get marked(): readonly MarkedString[] {
    return (this.listed.marked ??= markedStrings(this.values));
  }

  get exports(): ReadonlyMap<string, CodeValue> {
    return (this.exported ??= exportsOf(this.values));
  }

  get wanted(): ReadonlySet<string> {
    return this.values.wanted;
  }

  private nodes(kinds: NodeKinds): Node[] {
    const found: Node[] = [];
    for (let node = 0; node < this.syntax.size; node++) if (this.syntax.is(node, kinds)) found.push(node);
    return found;
  }

  private taggedAt(node: Node): TaggedString[] {
    const { syntax, values } = this;
    const tag = syntax.first(node);
    const template = syntax.child(node, 'TemplateString');
    if (tag === undefined || template === undefined) return [];
    return [
      {
        get tag() {
          return values.valueOf(tag);
        },
        string: templateString(values, template, syntax.text(tag) === 'String.raw'),
      },
    ];
  }
}

const CALLS = nodeKinds('CallExpression', 'NewExpression');
const OBJECTS = nodeKinds('ObjectExpression');
const TAGGED = nodeKinds('TaggedTemplateExpression');

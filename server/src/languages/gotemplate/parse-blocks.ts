import type { Span } from '../../text/span';
import type { Branch, ControlKeyword, PipelineNode, StringNode, TemplateNode } from './ast';

interface OpenBranch {
  readonly isElse: boolean;
  readonly action: Span;
  readonly pipeline: PipelineNode | undefined;
  readonly body: TemplateNode[];
}

/** A block whose `{{end}}` hasn't come yet; the main template is the outermost. */
export interface OpenBlock {
  readonly kind: ControlKeyword | 'define' | 'block' | 'main';
  readonly keyword: Span;
  readonly name: StringNode | undefined;
  readonly branches: OpenBranch[];
  /** A plain `{{else}}` has come. */
  hasElse: boolean;
  /** The variables from before it. */
  readonly mark: number;
  /** Actions before it whose first word can't be read. */
  readonly doubtsBefore: number;
}

interface Opening {
  readonly action: Span;
  readonly pipeline?: PipelineNode | undefined;
  readonly name?: StringNode | undefined;
  readonly mark?: number;
  readonly doubtsBefore?: number;
}

export function newBlock(kind: OpenBlock['kind'], keyword: Span, opening: Opening): OpenBlock {
  const { action, pipeline, name, mark = 0, doubtsBefore = 0 } = opening;
  const branches = [{ isElse: false, action, pipeline, body: [] }];
  return { kind, keyword, name, branches, hasElse: false, mark, doubtsBefore };
}

export function isControl({ kind }: OpenBlock): boolean {
  return kind === 'if' || kind === 'range' || kind === 'with';
}

/** The node of a block that ends with the action `end`, or with the text, `length` characters long. */
export function closedBlock(
  block: OpenBlock,
  end: Span | undefined,
  length: number,
): TemplateNode | undefined {
  const stops = [...block.branches.slice(1).map(({ action }) => action.from), end?.from ?? length];
  const branches = block.branches.map((branch, i): Branch => {
    const { to } = branch.action;
    return { ...branch, bodySpan: { from: to, to: Math.max(to, stops[i] ?? length) } };
  });
  const [first] = branches;
  const { kind } = block;
  if (!first || kind === 'main') return undefined;
  const span = { from: first.action.from, to: end?.to ?? length };
  if (kind !== 'define' && kind !== 'block') return { kind: 'control', keyword: kind, span, branches, end };
  const { action, pipeline, body, bodySpan } = first;
  return { kind: 'definition', keyword: kind, span, action, name: block.name, pipeline, body, bodySpan, end };
}

/** Go's unicode.IsSpace. */
const NOT_SPACE = /[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** True if a template of `nodes` counts as empty (text/template/parse `IsEmptyTree`): white space and comments. */
export function isBlank(nodes: readonly TemplateNode[], text: string): boolean {
  return nodes.every((node) => {
    if (node.kind === 'text') return !NOT_SPACE.test(text.slice(node.span.from, node.span.to));
    return node.kind === 'comment' || (node.kind === 'definition' && node.keyword === 'define');
  });
}

/** The Go that has `{{else with}}` first. */
export const ELSE_WITH = 23;

/** Why `{{else}}`, or `{{else if}}` if `nested` is `if`, can't stand in `block`, by the rules of Go 1.`go`; undefined if it can. */
export function wrongElse(block: OpenBlock, nested: string | undefined, go: number): string | undefined {
  if (!isControl(block)) return '{{ else }} belongs to no if, range or with here';
  if (block.hasElse) return `this ${block.kind} has its {{ else }} already`;
  if (nested === undefined) return undefined;
  if (nested === 'with' && go < ELSE_WITH) {
    return '{{ else with }} came with Go 1.23; write {{ else }}{{ with … }} … {{ end }}';
  }
  if (nested === block.kind) return undefined;
  return `{{ else ${nested} }} can't follow ${block.kind}; write {{ else }}{{ ${nested} … }} … {{ end }}`;
}

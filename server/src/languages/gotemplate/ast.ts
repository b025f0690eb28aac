import type { Span } from '../../text/span';
import type { TemplateDialect } from './dialect';
import type { TemplateFault, Token } from './token';

/** The tree of a Go template (text/template), with spans in UTF-16 offsets of the template's text. */
export type TemplateNode =
  TextNode | CommentNode | ActionNode | ControlNode | DefinitionNode | TemplateCallNode | LoopExitNode;

export interface TextNode {
  readonly kind: 'text';
  readonly span: Span;
}

export interface CommentNode {
  readonly kind: 'comment';
  readonly span: Span;
}

/** `{{ pipeline }}`. Every action's span runs from its `{{` to behind its `}}`. */
export interface ActionNode {
  readonly kind: 'action';
  readonly span: Span;
  /** Absent where the action doesn't parse. */
  readonly pipeline?: PipelineNode;
}

export type ControlKeyword = 'if' | 'range' | 'with';

/** `{{if}} … {{else if}} … {{else}} … {{end}}`, and the same for `range` and `with`. */
export interface ControlNode {
  readonly kind: 'control';
  readonly keyword: ControlKeyword;
  readonly span: Span;
  /** The opening one, then each `else if` or `else with`, then `else`. */
  readonly branches: readonly Branch[];
  /** `{{end}}`; absent where the text ends before it. */
  readonly end?: Span;
}

export interface Branch {
  readonly isElse: boolean;
  /** The action that opens it. */
  readonly action: Span;
  readonly pipeline?: PipelineNode;
  readonly body: readonly TemplateNode[];
  readonly bodySpan: Span;
}

/** `{{define "name"}} … {{end}}` or `{{block "name" pipeline}} … {{end}}`. */
export interface DefinitionNode {
  readonly kind: 'definition';
  readonly keyword: 'define' | 'block';
  readonly span: Span;
  readonly action: Span;
  readonly name?: StringNode;
  readonly pipeline?: PipelineNode;
  readonly body: readonly TemplateNode[];
  readonly bodySpan: Span;
  readonly end?: Span;
}

/** `{{template "name" pipeline}}`. */
export interface TemplateCallNode {
  readonly kind: 'template';
  readonly span: Span;
  readonly name?: StringNode;
  readonly pipeline?: PipelineNode;
}

/** `{{break}}` or `{{continue}}`. */
export interface LoopExitNode {
  readonly kind: 'loop-exit';
  readonly span: Span;
}

/** `$x, $y := command | command`; in parentheses, the span holds them. */
export interface PipelineNode {
  readonly kind: 'pipeline';
  readonly span: Span;
  readonly declarations: readonly Name[];
  /** `=` instead of `:=`. */
  readonly assigns: boolean;
  readonly commands: readonly CommandNode[];
}

/** A function and its arguments, or a single value. There is at least one operand. */
export interface CommandNode {
  readonly kind: 'command';
  readonly span: Span;
  readonly operands: readonly [Operand, ...Operand[]];
}

export type Operand =
  | DotNode
  | NilNode
  | BoolNode
  | NumberNode
  | StringNode
  | FieldNode
  | VariableNode
  | IdentifierNode
  | ChainNode
  | PipelineNode;

/** A name and where it stands: `$x` with its dollar sign, a field without its dot. */
export interface Name {
  readonly name: string;
  readonly span: Span;
}

export interface DotNode {
  readonly kind: 'dot';
  readonly span: Span;
}

export interface NilNode {
  readonly kind: 'nil';
  readonly span: Span;
}

export interface BoolNode {
  readonly kind: 'bool';
  readonly span: Span;
}

export interface NumberNode {
  readonly kind: 'number';
  readonly span: Span;
  /** What Go takes the constant for where nothing else decides. */
  readonly type: 'int' | 'float' | 'complex';
}

export interface StringNode {
  readonly kind: 'string';
  readonly span: Span;
  /** In backquotes, where a backslash is itself. */
  readonly raw: boolean;
  readonly value: string;
}

/** `.Labels.instance`. */
export interface FieldNode {
  readonly kind: 'field';
  readonly span: Span;
  readonly fields: readonly Name[];
}

/** `$labels.instance`. */
export interface VariableNode {
  readonly kind: 'variable';
  readonly span: Span;
  readonly name: string;
  readonly fields: readonly Name[];
}

/** A function's name. */
export interface IdentifierNode {
  readonly kind: 'identifier';
  readonly span: Span;
  readonly name: string;
}

/** `(query "up").Value`, `now.Foo`. */
export interface ChainNode {
  readonly kind: 'chain';
  readonly span: Span;
  readonly base: IdentifierNode | PipelineNode;
  readonly fields: readonly Name[];
}

/** A variable, and where a later action may use it. */
export interface DeclaredVariable extends Name {
  readonly scope: Span;
}

export interface DefinedTemplate {
  readonly name: string;
  /** The name's string. */
  readonly span: Span;
}

export interface TemplateResult {
  readonly text: string;
  readonly dialect: TemplateDialect;
  readonly nodes: readonly TemplateNode[];
  /** By which Go refuses the template, in the order of the text; empty where it accepts it. */
  readonly faults: readonly TemplateFault[];
  /** What stands in actions, spaces included, and comments; in order. */
  readonly tokens: readonly Token[];
  readonly variables: readonly DeclaredVariable[];
  readonly templates: readonly DefinedTemplate[];
}

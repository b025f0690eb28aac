import type { ActionNode, StringNode, TemplateNode, TextNode } from '../ast';
import type { GoValue } from './values';

/** A template that can be executed: a definition, or a whole text. */
export interface Executable {
  readonly name: string;
  /** The text that it is written in. */
  readonly text: string;
  /** Which text that is: the name of a file, or `undefined` for the text that was to be rendered. */
  readonly source: string | undefined;
  readonly nodes: readonly TemplateNode[];
  /** What stands between actions, without the white space that they trim. */
  textOf(node: TextNode): string;
  /** What an action prints. */
  shown(node: ActionNode, value: GoValue): string;
  /** The template that a call names. */
  callee(name: StringNode): Executable | undefined;
}

/** The text of a node without the white space that the actions beside it trim. */
export function trimmedText(text: string, { span: { from, to } }: TextNode): string {
  let part = text.slice(from, to);
  if (/[ \t\r\n]-\}\}$/.test(text.slice(Math.max(0, from - 4), from))) part = part.replace(/^[ \t\r\n]+/, '');
  if (/^\{\{-[ \t\r\n]/.test(text.slice(to, to + 4))) part = trimEnd(part);
  return part;
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

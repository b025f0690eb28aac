import type { CodeString, MarkedString } from '../code/tree';
import { bare, isWrittenIn, templateString } from './strings';
import { nodeKinds } from './syntax';
import type { Node, Syntax } from './syntax';
import type { Values } from './values';

/** A comment that may name a language: short, in one line. */
const MARK = /^[@\w][\w=:@. -]{0,40}$/;

/**
 * The strings that a comment stands directly in front of, nothing but blanks between. If what follows is
 *
 * 1. an expression that writes a string (a literal, a template, one with a tag, `+`, `join`), it is that string;
 * 2. a declaration, an assignment, `return`, `export default`, a property or a class field, it is the string that its
 *    (first) value writes;
 * 3. or if that value is a call, the first argument of the call that is a string.
 *
 * A comment behind something in its line, `a: 1, // promql`, belongs to that, unless the line ends open: `q = // promql`.
 */
export function markedStrings(values: Values): MarkedString[] {
  const { syntax } = values;
  const marked: MarkedString[] = [];
  for (let node = 0; node < syntax.size; node++) {
    if (!syntax.is(node, COMMENTS)) continue;
    const comment = commentText(syntax.text(node));
    const string = MARK.test(comment) ? stringBehind(values, node) : undefined;
    if (string) marked.push({ comment, string });
  }
  return marked;
}

function commentText(written: string): string {
  const inner = written.startsWith('//') ? written.slice(2) : written.slice(2, -2);
  return inner.replace(/^\*/, '').trim();
}

function stringBehind(values: Values, comment: Node): CodeString | undefined {
  const { syntax } = values;
  if (isTrailing(syntax, comment)) return undefined;
  let first = comment + 1;
  while (first < syntax.size && syntax.is(first, COMMENTS)) first++;
  // All nodes that begin there, the outermost first.
  let call: Node | undefined;
  for (let node = first; node < syntax.size && syntax.from(node) === syntax.from(first); node++) {
    const written = writtenString(values, node);
    if (written) return written;
    if (syntax.name(node) === 'CallExpression') call ??= node;
    const value = valueIn(syntax, node);
    if (value !== undefined) return writtenString(values, value) ?? argumentString(values, value);
  }
  return call === undefined ? undefined : argumentString(values, call);
}

const COMMENTS = nodeKinds('LineComment', 'BlockComment');

/** True for a comment at the end of a line that says something by itself: it belongs to what stands before. */
function isTrailing(syntax: Syntax, comment: Node): boolean {
  if (syntax.name(comment) !== 'LineComment') return false;
  const { source } = syntax;
  let before = syntax.from(comment) - 1;
  while (before >= 0 && BLANKS.has(source.charAt(before))) before--;
  return before >= 0 && !OPEN_ENDS.has(source.charAt(before));
}

const BLANKS = new Set([' ', '\t']);
const OPEN_ENDS = new Set(['\n', '\r', '(', '[', '{', '=', ':', '+', '>', '?']);

/** The string that the expression at `node` writes itself; undefined for names of strings, and other values. */
function writtenString(values: Values, node: Node): CodeString | undefined {
  const { syntax } = values;
  const written = bare(syntax, node);
  switch (syntax.name(written)) {
    case 'String':
    case 'TemplateString':
    case 'BinaryExpression':
    case 'CallExpression':
    case 'TaggedTemplateExpression': {
      const value = values.valueOf(written);
      if (isWrittenIn(value, syntax.span(written))) return value;
      const template = syntax.child(written, 'TemplateString');
      return template === undefined ? undefined : templateString(values, template);
    }
    default:
      return undefined;
  }
}

/** The expression that a statement, property or field gives its value by. */
function valueIn(syntax: Syntax, node: Node): Node | undefined {
  switch (syntax.name(node)) {
    case 'ExportDeclaration': {
      const inner = syntax.children(node).find((child) => !EXPORT_SIGNS.has(syntax.name(child)));
      return inner === undefined ? undefined : (valueIn(syntax, inner) ?? inner);
    }
    case 'VariableDeclaration':
    case 'PropertyDeclaration':
    case 'AssignmentExpression': {
      const equals = syntax.child(node, 'Equals');
      return equals === undefined ? undefined : syntax.next(equals);
    }
    case 'Property': {
      const colon = syntax.child(node, ':');
      return colon === undefined ? undefined : syntax.next(colon);
    }
    case 'ReturnStatement':
      return syntax.children(node)[1];
    default:
      return undefined;
  }
}

const EXPORT_SIGNS = new Set(['export', 'default', 'Equals']);

/** The first argument that writes a string, of a call or what is awaited. */
function argumentString(values: Values, node: Node): CodeString | undefined {
  const { syntax } = values;
  let call = bare(syntax, node);
  while (syntax.name(call) === 'AwaitExpression') call = bare(syntax, syntax.children(call)[1] ?? call + 1);
  const list = CALLS.has(syntax.name(call)) ? syntax.child(call, 'ArgList') : undefined;
  for (const argument of list === undefined ? [] : syntax.children(list)) {
    const written = writtenString(values, argument);
    if (written) return written;
  }
  return undefined;
}

const CALLS = new Set(['CallExpression', 'NewExpression']);

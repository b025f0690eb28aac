import type { Node, Syntax } from './syntax';
import { nodeKinds } from './syntax';

const PATTERNS = nodeKinds('ObjectPattern', 'ArrayPattern', 'PatternProperty');

/** The declaration, parameter list or assignment that the name at `node` is a part of, through all patterns. */
export function patternHolder(syntax: Syntax, node: Node): Node {
  let holder = syntax.parent(node) ?? 0;
  while (syntax.is(holder, PATTERNS)) holder = syntax.parent(holder) ?? 0;
  return holder;
}

/** A name in the braces of an import or export, and the name it goes by on the other side. */
export interface Specifier {
  readonly name: string;
  readonly nameNode: Node;
  readonly alias: Node;
}

/** The names in the braces of an import or export. */
export function specifiers(syntax: Syntax, group: Node): Specifier[] {
  const found: Specifier[] = [];
  let names: Node[] = [];
  for (const child of syntax.children(group)) {
    const kind = syntax.name(child);
    if (syntax.is(child, SPECIFIER_NAMES)) names.push(child);
    else if (kind === ',' || kind === '}') {
      const nameNode = names[0];
      const alias = names.at(-1);
      if (nameNode !== undefined && alias !== undefined) {
        found.push({ name: unquoted(syntax.text(nameNode)), nameNode, alias });
      }
      names = [];
    }
  }
  return found;
}

const SPECIFIER_NAMES = nodeKinds('VariableName', 'VariableDefinition', 'String', 'default');

/** `default` is the module itself for us: CommonJS makes these one. */
export function exportName(name: string): string {
  return name === 'default' ? '' : name;
}

/** The content of a quoted name of an export or a module; these have no escapes worth decoding. */
export function unquoted(text: string): string {
  return /^(['"])(.*)\1$/s.exec(text)?.[2] ?? text;
}

import type { Span } from '../../text/span';
import type { ScalarNode, YamlNode } from './nodes';
import type { ParseOptions } from './parse';
import { parseYaml } from './parse';

/** For tests: a text without its marks `«` and `»`. */
export function unmarked(marked: string): string {
  return marked.replace(/[«»]/g, '');
}

/** For tests: a text with marks around the spans. */
export function marked(text: string, spans: readonly Span[]): string {
  let result = '';
  for (let at = 0; at <= text.length; at++) {
    result += '»'.repeat(spans.filter(({ from, to }) => to === at && from < to).length);
    result += '«'.repeat(spans.filter(({ from, to }) => from === at && from < to).length);
    result += '«»'.repeat(spans.filter(({ from, to }) => from === at && from === to).length);
    result += text.charAt(at);
  }
  return result;
}

/** For tests: the codes of all faults, and the text with the faults marked. */
export function faultsOf(text: string, options?: ParseOptions): { codes: string[]; marked: string } {
  const faults = parseYaml(text, options).flatMap((document) => document.faults);
  return {
    codes: faults.map(({ code }) => code.replace('yaml/', '')),
    marked: marked(
      text,
      faults.map(({ span }) => span),
    ),
  };
}

/**
 * For tests: a tree in short. Scalars are their values, with tag, anchor and style where they aren't plain; an absent
 * node is null.
 */
export function show(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  const properties =
    (node.anchor === undefined ? '' : `&${node.anchor} `) + (node.tag === undefined ? '' : `<${node.tag}> `);
  switch (node.kind) {
    case 'scalar':
      return properties === '' ? showScalar(node) : properties + (showScalar(node) ?? '');
    case 'alias':
      return `*${node.name}`;
    case 'sequence':
      return withProperties(properties, node.items.map(show));
    case 'mapping': {
      const pairs = node.pairs.map(({ key, value }) => [keyText(show(key)), show(value)] as const);
      return withProperties(properties, Object.fromEntries(pairs));
    }
  }
}

function showScalar({ style, value, span }: ScalarNode): string | null {
  const indicator = { plain: '', single: "'", double: '"', literal: '|', folded: '>' }[style];
  return style === 'plain' && span.from === span.to ? null : indicator + value;
}

function keyText(key: unknown): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

function withProperties(properties: string, content: unknown): unknown {
  return properties === '' ? content : [properties.trim(), content];
}

/** For tests: the tree of a text that has to be faultless. */
export function tree(text: string, options?: ParseOptions): unknown {
  const documents = parseYaml(text, options);
  const faults = documents.flatMap((document) => document.faults);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  const shown = documents.map(({ root }) => show(root));
  return shown.length === 1 ? shown[0] : { documents: shown };
}

/** For tests: the scalars of a text, in order. */
export function scalars(text: string): ScalarNode[] {
  const found: ScalarNode[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'scalar') found.push(node);
    else if (node.kind === 'sequence') node.items.forEach(visit);
    else if (node.kind === 'mapping') {
      for (const { key, value } of node.pairs) {
        visit(key);
        visit(value);
      }
    }
  };
  for (const { root } of parseYaml(text)) if (root !== undefined) visit(root);
  return found;
}

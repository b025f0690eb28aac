import type { CodeEntry, CodeString, CodeValue } from './tree';

/**
 * For tests: a value in one line. Holes are `…`, as is what a spread brings; imported names have their module in front,
 * as `prom-client:Counter`; instances of a type are `<type>`, and what isn't known is `?`.
 */
export function show(value: CodeValue): string {
  switch (value.kind) {
    case 'string':
      return JSON.stringify(withoutHoles(value));
    case 'number':
    case 'boolean':
      return String(value.value);
    case 'list':
      return `[${[...value.items.map(show), ...(value.open ? ['…'] : [])].join(', ')}]`;
    case 'object':
      return `{${[...value.entries.map((entry) => showEntry(entry, ': ')), ...(value.open ? ['…'] : [])].join(', ')}}`;
    case 'call': {
      const keywords = value.keywords.map((entry) => showEntry(entry, '='));
      const given = [...value.args.map(show), ...keywords, ...(value.open ? ['…'] : [])];
      return `${value.isNew ? 'new ' : ''}${show(value.callee)}(${given.join(', ')})`;
    }
    case 'name':
      return value.module === undefined ? value.name : `${value.module}:${value.name}`;
    case 'member':
      return `${show(value.object)}.${value.name}`;
    case 'instance':
      return `<${value.oneOf?.join('|') ?? show(value.of)}>`;
    case 'unknown':
      return '?';
  }
}

function showEntry({ name, value }: CodeEntry, separator: string): string {
  return `${name}${separator}${show(value)}`;
}

function withoutHoles({ text, holes }: CodeString): string {
  return holes.reduceRight((shown, { from, to }) => `${shown.slice(0, from)}…${shown.slice(to)}`, text);
}

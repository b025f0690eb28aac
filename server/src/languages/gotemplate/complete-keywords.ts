import type { Suggestion } from '../../text/answers';
import type { Span } from '../../text/span';
import { goKeywords } from './builtins';
import type { Branch, ControlNode, DefinitionNode, TemplateNode, TemplateResult } from './ast';
import type { Place } from './complete-place';
import { functionMarkdown } from './hover';
import { scopeAt } from './infer';
import { isFieldName } from './lexer';
import { isAlertLabels } from './references';
import { typeName } from './types';

type BlockNode = ControlNode | DefinitionNode;

/** The blocks whose text is around `offset`, the innermost last. */
export function enclosingBlocks(nodes: readonly TemplateNode[], offset: number): BlockNode[] {
  const blocks: BlockNode[] = [];
  let level = nodes;
  for (;;) {
    const block = level.find((node): node is BlockNode => {
      return (node.kind === 'control' || node.kind === 'definition') && bodyAt(node, offset) !== undefined;
    });
    if (!block) return blocks;
    blocks.push(block);
    level = bodyAt(block, offset) ?? [];
  }
}

function bodyAt(block: BlockNode, offset: number): readonly TemplateNode[] | undefined {
  const parts = block.kind === 'control' ? block.branches : [block];
  // At an end that is still to be written, the last of the bodies that touch the offset is meant.
  return parts.findLast(({ bodySpan }) => bodySpan.from <= offset && offset <= bodySpan.to)?.body;
}

/** The keywords that can begin an action here; after `else`, those that can follow it. */
export function keywordSuggestions(
  result: TemplateResult,
  { replace, open }: Place,
  afterElse = false,
): Suggestion[] {
  const blocks = enclosingBlocks(result.nodes, open);
  const block = blocks.at(-1);
  const allowed = new Set(afterElse ? elseKeywords(block) : keywordsIn(blocks));
  const closed = /^[^{\n]*?\}\}/.test(result.text.slice(replace.to, replace.to + 200));
  return goKeywords
    .filter(({ name }) => allowed.has(name))
    .map(({ name, summary, example }) => ({
      label: name,
      kind: 'keyword',
      documentation: `${summary}\n\n\`\`\`gotemplate\n${result.dialect.examples.get(name) ?? example}\n\`\`\``,
      insertText: name === 'end' && !closed ? 'end }}' : name,
      replace,
      rank: rankOf(name, block),
    }));
}

function keywordsIn(blocks: readonly BlockNode[]): string[] {
  const block = blocks.at(-1);
  const keywords = ['if', 'range', 'with', 'template', 'block'];
  if (!block) return [...keywords, 'define'];
  if (block.kind === 'control' && !block.branches.some(isPlainElse)) keywords.push('else');
  if (blocks.some((outer) => outer.kind === 'control' && outer.keyword === 'range')) {
    keywords.push('break', 'continue');
  }
  return [...keywords, 'end'];
}

function isPlainElse({ isElse, pipeline }: Branch): boolean {
  return isElse && !pipeline;
}

function elseKeywords(block: BlockNode | undefined): string[] {
  return block?.keyword === 'if' || block?.keyword === 'with' ? [block.keyword] : [];
}

/** What a block that isn't closed yet needs comes first. */
function rankOf(name: string, block: BlockNode | undefined): number {
  if (name !== 'end' && name !== 'else') return 25;
  return (block?.end ? 26 : 0) + (name === 'end' ? 0 : 1);
}

const NUMBER_FUNCTIONS = [
  'humanize',
  'humanizePercentage',
  'humanizeDuration',
  'humanize1024',
  'humanizeTimestamp',
];

/** Whole actions, for text between actions: the values there are, and the blocks. */
export function shapeSuggestions(
  result: TemplateResult,
  replace: Span,
  labels: Iterable<string>,
): Suggestion[] {
  const { text, dialect } = result;
  if (/[\p{L}\p{Nd}_]/u.test(text.charAt(replace.from - 1))) return [];
  const suggestions: Suggestion[] = [];
  const add = (label: string, rank: number, more: Partial<Suggestion> = {}): void => {
    suggestions.push({ label, kind: 'snippet', replace, rank, ...more });
  };
  for (const [name, type] of scopeAt(result, replace.from).variables) {
    if (isAlertLabels(type)) {
      for (const label of labels) add(labelAction(name, label), 20, { kind: 'label' });
    } else if (name !== '$') {
      add(`{{ ${name} }}`, 10, { kind: 'variable', detail: typeName(type) });
    }
    if (type !== 'sample value') continue;
    for (const info of NUMBER_FUNCTIONS.flatMap((number) => dialect.functions.get(number) ?? [])) {
      add(`{{ ${name} | ${info.name} }}`, 11, { documentation: () => functionMarkdown(info) });
    }
  }
  for (const keyword of ['if', 'range', 'with']) {
    const insertText = `{{ ${keyword} \${1:.} }}$2{{ end }}$0`;
    add(`{{ ${keyword} … }}…{{ end }}`, 30, { insertText, snippet: true });
  }
  return suggestions;
}

function labelAction(variable: string, label: string): string {
  if (isFieldName(label)) return `{{ ${variable}.${label} }}`;
  return `{{ index ${variable} ${JSON.stringify(label)} }}`;
}

import type { Suggestion } from '../../text/answers';
import type { TemplateResult } from './ast';
import type { Place } from './complete-place';
import { scopeAt } from './infer';
import { isFieldName, type Token } from './lexer';
import { fieldType, typeName, type MapType, type Member, type TemplateType } from './types';

/** The fields, methods or label names that may follow the dot before the cursor. */
export function fieldSuggestions(
  result: TemplateResult,
  place: Place,
  labels: Iterable<string>,
): Suggestion[] {
  const { replace, open, before } = place;
  const receiver = adjacent(before, replace.from - 1);
  const type = receiverType(result, open, receiver);
  if (typeof type === 'string') return [];
  if (type.kind === 'map' && type.of === 'string')
    return mapSuggestions(result, place, receiver, type, labels);
  const members: Iterable<[string, Member]> = type.kind === 'struct' ? type.fields : (type.methods ?? []);
  return [...members].map(([label, member]) => ({
    label,
    kind: 'field',
    detail: typeName(member.type),
    documentation: member.summary,
    replace,
    rank: 10,
  }));
}

/** Names of labels; one that is no identifier is reached by `index`. */
function mapSuggestions(
  { text }: TemplateResult,
  { replace }: Place,
  receiver: readonly Token[],
  type: MapType,
  labels: Iterable<string>,
): Suggestion[] {
  const from = receiver[0]?.from ?? replace.from - 1;
  const written = text.slice(from, replace.from - 1) || '.';
  return [...labels].map((label): Suggestion => {
    const suggestion = { label, kind: 'label', detail: type.name, replace, rank: 10 } as const;
    if (isFieldName(label)) return suggestion;
    const insertText = `(index ${written} ${JSON.stringify(label)})`;
    const additionalEdits = [{ span: { from, to: replace.from }, newText: '' }];
    return { ...suggestion, insertText, additionalEdits, rank: 20 };
  });
}

/** The tokens that end at `end` without a space between them: `$x.y`, `.y`, `)`. */
function adjacent(before: readonly Token[], end: number): Token[] {
  const found: Token[] = [];
  let expected = end;
  for (const token of before.toReversed()) {
    if (token.to !== expected || !['field', 'variable', 'rightParen'].includes(token.type)) break;
    found.push(token);
    expected = token.from;
    if (token.type !== 'field') break;
  }
  return found.reverse();
}

/** What the tokens of `$x.y` or `.y` stand for in the action at `open`; `any` for what is more than that. */
export function receiverType(result: TemplateResult, open: number, receiver: readonly Token[]): TemplateType {
  const { text } = result;
  const { dot, variables } = scopeAt(result, open);
  const [first] = receiver;
  const isVariable = first?.type === 'variable';
  let type: TemplateType = isVariable ? (variables.get(text.slice(first.from, first.to)) ?? 'any') : dot;
  for (const token of isVariable ? receiver.slice(1) : receiver) {
    if (token.type !== 'field') return 'any';
    type = fieldType(type, text.slice(token.from + 1, token.to)) ?? 'any';
  }
  return type;
}

import type { Suggestion } from '../../text/answers';
import type { Span } from '../../text/span';
import type { TemplateResult } from './ast';
import { keysOf, type TemplateCompletionContext } from './complete-context';
import type { Place } from './complete-place';
import { scopeAt } from './infer';
import { isFieldName } from './lexer';
import { fieldType, membersOf } from './members';
import type { Token } from './token';
import { typeName, type Member, type TemplateType } from './types';

/** The fields, methods or label names that may follow the dot before the cursor. */
export function fieldSuggestions(
  result: TemplateResult,
  place: Place,
  context: TemplateCompletionContext,
): Suggestion[] {
  const { replace, open, before } = place;
  const receiver = adjacent(before, replace.from - 1);
  const type = receiverType(result, open, receiver);
  const keys = typeof type !== 'string' && type.kind === 'map' ? keysOf(type, context) : [];
  return [
    ...keySuggestions(result, place, receiver, typeName(type), keys),
    ...memberSuggestions(type, replace),
  ];
}

function memberSuggestions(type: TemplateType, replace: Span): Suggestion[] {
  return [...(membersOf(type) ?? [])].map(([label, member]) => ({
    label,
    kind: member.parameters ? 'function' : 'field',
    detail: typeName(member.type),
    documentation: member.summary,
    replace,
    rank: member.parameters ? 15 : 10,
  }));
}

/** Names of labels; one that is no identifier is reached by `index`. */
function keySuggestions(
  { text }: TemplateResult,
  { replace }: Place,
  receiver: readonly Token[],
  detail: string,
  keys: Iterable<string>,
): Suggestion[] {
  const from = receiver[0]?.from ?? replace.from - 1;
  const written = text.slice(from, replace.from - 1) || '.';
  return [...keys].map((label): Suggestion => {
    const suggestion = { label, kind: 'label', detail, replace, rank: 10 } as const;
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

/** The last field of the tokens of `$x.y` or `.y`, if it is one of those that a type is known to have. */
export function fieldMember(
  result: TemplateResult,
  open: number,
  receiver: readonly Token[],
): Member | undefined {
  const last = receiver.find(({ type }, i) => type === 'field' && receiver[i + 1]?.type !== 'field');
  if (!last) return undefined;
  const before = receiver.slice(0, receiver.indexOf(last));
  return membersOf(receiverType(result, open, before))?.get(result.text.slice(last.from + 1, last.to));
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

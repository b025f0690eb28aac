import type { Suggestion } from '../../text/answers';
import type { ValueType } from './ast';
import { refusal } from './availability';
import type { Candidates } from './candidates';
import { blankAfter, candidatesFor, nextCharacter, type CompletionRequest } from './complete-request';
import { keywordDoc } from './docs';
import { KEYWORDS } from './keywords';
import type { Operand, OperatorPlace } from './place-kinds';

type Text = Pick<Suggestion, 'insertText' | 'snippet' | 'retrigger'>;

const TIER = { first: 10, operator: 20, rare: 30, refused: 90 };

const COMMON = ['+', '-', '*', '/', '==', '!=', '>', '<', '>=', '<=', 'and', 'or', 'unless'];
const RARE = ['%', '^', 'atan2', '</', '>/'];
/** Operators that work on vectors only. */
const VECTOR_ONLY = new Set(['and', 'or', 'unless', '</', '>/']);

/** What may follow an operand: its range, grouping and offset, and binary operators, by its type. */
export function completeOperators({ operand, types }: OperatorPlace, request: CompletionRequest): Candidates {
  const candidates = candidatesFor(request);
  addRanges(operand, types, request, candidates);
  if (operand.form === 'aggregation' && operand.grouped !== true) addGroupings(request, candidates);
  if (hasOnly(types, 'matrix') && operand.type === 'vector') return candidates;
  addModifiers(operand, request, candidates);
  if (operand.type === 'matrix' || operand.type === 'string') return candidates;
  const isScalar = operand.type === 'scalar' || hasOnly(types, 'scalar');
  for (const name of [...COMMON, ...RARE]) {
    if (isScalar && VECTOR_ONLY.has(name)) continue;
    const tier = COMMON.includes(name) ? TIER.operator : TIER.rare;
    addKeyword(name, tier, { insertText: name + blankAfter(request) }, request, candidates);
  }
  return candidates;
}

/** `by` and `without` right behind the name of an aggregation. */
export function completeGroupings(request: CompletionRequest): Candidates {
  const candidates = candidatesFor(request);
  addGroupings(request, candidates);
  return candidates;
}

function hasOnly(types: readonly ValueType[], type: ValueType): boolean {
  return types.length === 1 && types[0] === type;
}

function addGroupings(request: CompletionRequest, candidates: Candidates): void {
  for (const name of ['by', 'without']) {
    const text: Text =
      nextCharacter(request) === '('
        ? { insertText: name + blankAfter(request) }
        : { insertText: `${name} ($1)$0`, snippet: true, retrigger: true };
    addKeyword(name, TIER.first, text, request, candidates);
  }
}

/** `[5m]` behind a selector, `[1h:5m]` behind any instant vector. */
function addRanges(
  operand: Operand,
  types: readonly ValueType[],
  request: CompletionRequest,
  candidates: Candidates,
): void {
  if (operand.type !== 'vector' || request.word.from < request.offset) return;
  const add = (label: string, insertText: string, detail: string, tier: number): void => {
    candidates.add(tier, label, () => ({
      label,
      kind: 'snippet',
      detail,
      insertText,
      snippet: true,
      replace: request.word,
    }));
  };
  const isPlain = operand.offset !== true && operand.at !== true;
  const tier = types.includes('matrix') && !types.includes('vector') ? TIER.first : TIER.rare;
  if (operand.form === 'selector' && isPlain)
    add('[5m]', '[${1:5m}]', 'range vector: the samples of a time', tier);
  add('[1h:5m]', '[${1:1h}:${2:5m}]', 'subquery: evaluated at every step of a time', tier);
}

function addModifiers(operand: Operand, request: CompletionRequest, candidates: Candidates): void {
  const { form } = operand;
  if (form !== 'selector' && form !== 'matrix' && form !== 'subquery') return;
  if (operand.offset !== true) {
    addKeyword('offset', TIER.first, { insertText: 'offset ${1:5m}', snippet: true }, request, candidates);
  }
  if (operand.at !== true) {
    addKeyword(
      '@',
      TIER.rare,
      { insertText: '@' + blankAfter(request), retrigger: true },
      request,
      candidates,
    );
  }
  if (form === 'subquery') return;
  const extended = form === 'matrix' ? ['anchored', 'smoothed'] : ['smoothed'];
  for (const name of extended) addKeyword(name, TIER.rare, {}, request, candidates);
}

function addKeyword(
  name: string,
  tier: number,
  text: Text,
  request: CompletionRequest,
  candidates: Candidates,
): void {
  const info = KEYWORDS.get(name);
  if (!info || !candidates.accepts(name)) return;
  const { dialect } = request.env;
  const why = refusal(info, dialect);
  candidates.add(why === undefined ? tier : TIER.refused, name, () => ({
    label: name,
    kind: info.kind === 'operator' ? 'operator' : 'keyword',
    detail: why ?? info.summary,
    documentation: () => keywordDoc(info, dialect),
    ...text,
    replace: request.word,
  }));
}

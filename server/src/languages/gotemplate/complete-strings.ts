import type { Suggestion } from '../../text/answers';
import type { TemplateResult } from './ast';
import { keysOf, type TemplateCompletionContext } from './complete-context';
import { fieldMember, receiverType } from './complete-fields';
import type { Place } from './complete-place';
import type { Token } from './token';

/** Functions whose first argument is a label's name. */
const TAKE_LABEL: ReadonlySet<string> = new Set(['label', 'sortByLabel']);

const COMPARE: ReadonlySet<string> = new Set(['eq', 'ne']);

/** What a string may hold: a template's name, a key of a map, a label's name, a value to compare with. */
export function stringSuggestions(
  result: TemplateResult,
  place: Place,
  context: TemplateCompletionContext,
): Suggestion[] {
  const { text } = result;
  const { replace, open } = place;
  const [first, ...rest] = lastCommand(place.before);
  const name = first ? text.slice(first.from, first.to) : '';
  if (name === 'template' && rest.length === 0) return templateSuggestions(result, place, context);
  if (name === 'index') {
    const type = receiverType(result, open, rest);
    const keys = typeof type !== 'string' && type.kind === 'map' && type.role ? keysOf(type, context) : [];
    return [...keys].map((label) => ({ label, kind: 'label', replace, rank: 10 }));
  }
  if (COMPARE.has(name)) {
    const values = fieldMember(result, open, rest)?.values ?? [];
    return values.map((label, i) => ({ label, kind: 'value', replace, rank: 10 + i }));
  }
  if (!TAKE_LABEL.has(name) || rest.length > 0) return [];
  return [...context.labels].map((label) => ({ label, kind: 'label', replace, rank: 10 }));
}

function templateSuggestions(
  { templates }: TemplateResult,
  { replace }: Place,
  { templates: others }: TemplateCompletionContext,
): Suggestion[] {
  const own = new Set(templates.map(({ name }) => name));
  const suggestions = [...own].map((label): Suggestion => ({ label, kind: 'value', replace, rank: 10 }));
  for (const label of others?.names() ?? []) {
    if (own.has(label)) continue;
    const documentation = others?.defined(label)?.summary;
    // The defaults' own building blocks come last.
    suggestions.push({
      label,
      kind: 'value',
      documentation,
      replace,
      rank: label.startsWith('__') ? 30 : 20,
    });
  }
  return suggestions;
}

/** The tokens of the command that is being written, without spaces. */
function lastCommand(before: readonly Token[]): Token[] {
  const tokens = before.filter(({ type }) => type !== 'space');
  const start = tokens.findLastIndex(({ type }) => ['assign', 'declare', 'leftParen', 'pipe'].includes(type));
  const command = tokens.slice(start + 1);
  const keyword = command[0]?.type === 'keyword' && command.length > 1 && command[1]?.type === 'identifier';
  return keyword ? command.slice(1) : command;
}

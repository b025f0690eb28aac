import type { Suggestion } from '../../text/answers';
import type { TemplateResult } from './ast';
import type { TemplateCompletionContext } from './complete-context';
import { placeAt, type Place } from './complete-place';
import { stringSuggestions } from './complete-strings';
import { fieldSuggestions } from './complete-fields';
import { keywordSuggestions, shapeSuggestions } from './complete-keywords';
import { functionMarkdown } from './hover';
import { signature } from './function-info';
import { inferTypes, scopeAt } from './infer';
import { accepts } from './lint-arguments';
import { parseTemplate } from './parse';
import type { TemplateScope } from './type-scope';
import { typeName, type TemplateType } from './types';

/**
 * What may be written at `offset` of a template: functions, variables, fields and label names, keywords that are
 * allowed there, and the shapes of whole actions between them.
 */
export function completeTemplate(
  result: TemplateResult,
  offset: number,
  context: TemplateCompletionContext,
): Suggestion[] {
  const place = placeAt(result, offset);
  switch (place?.kind) {
    case undefined:
      return [];
    case 'text':
      return shapeSuggestions(result, place.replace, context.labels);
    case 'string':
      return stringSuggestions(result, place, context);
    case 'field':
      return fieldSuggestions(result, place, context);
    case 'name':
      return nameSuggestions(result, place);
  }
}

/** Keywords that a whole pipeline follows. */
const BEFORE_PIPELINE: ReadonlySet<string> = new Set(['if', 'range', 'with']);

function nameSuggestions(result: TemplateResult, place: Place): Suggestion[] {
  const { text } = result;
  const before = place.before.filter(({ type }) => type !== 'space');
  const previous = before.at(-1);
  const word = previous ? text.slice(previous.from, previous.to) : '';
  const scope = scopeAt(result, place.open);
  switch (previous?.type) {
    case undefined:
      return padded(text, [
        ...keywordSuggestions(result, place),
        ...valueSuggestions(result, place, scope),
        ...functionSuggestions(result, place),
      ]);
    case 'pipe':
      return pipedSuggestions(result, place, scope);
    case 'keyword':
      if (word === 'else') return keywordSuggestions(result, place, true);
      if (!BEFORE_PIPELINE.has(word)) return [];
      break;
    case 'assign':
    case 'declare':
    case 'leftParen':
      break;
    default:
      if (before.length === 2 && before[0]?.type === 'keyword') break;
      return [...valueSuggestions(result, place, scope), ...functionSuggestions(result, place, true)];
  }
  return [...valueSuggestions(result, place, scope), ...functionSuggestions(result, place)];
}

/** With spaces between the word and the delimiters, where it would stand directly beside them. */
function padded(text: string, suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions.map((suggestion) => {
    const { label, insertText = label, replace } = suggestion;
    const left = text.charAt(replace.from - 1) === '{' ? ' ' : '';
    const right = text.startsWith('}}', replace.to) && !insertText.includes('}}') ? ' ' : '';
    return { ...suggestion, insertText: left + insertText + right };
  });
}

/** Variables, and fields of dot. */
function valueSuggestions(
  { dialect }: TemplateResult,
  { replace }: Place,
  scope: TemplateScope,
): Suggestion[] {
  const suggestions: Suggestion[] = [];
  for (const [name, type] of scope.variables) {
    if (name === '$') continue;
    const documentation = dialect.variables.get(name)?.summary;
    suggestions.push({
      label: name,
      kind: 'variable',
      detail: typeName(type),
      documentation,
      replace,
      rank: 10,
    });
  }
  if (typeof scope.dot !== 'string' && scope.dot.kind === 'struct') {
    for (const [name, { type, summary }] of scope.dot.fields) {
      const label = `.${name}`;
      suggestions.push({
        label,
        kind: 'field',
        detail: typeName(type),
        documentation: summary,
        replace,
        rank: 20,
      });
    }
  } else {
    suggestions.push({ label: '.', kind: 'variable', detail: typeName(scope.dot), replace, rank: 9 });
  }
  return suggestions;
}

/** The functions; as an argument only those that need none themselves, for others want parentheses. */
function functionSuggestions(
  { dialect }: TemplateResult,
  { replace }: Place,
  asArgument = false,
): Suggestion[] {
  return [...dialect.functions.values()]
    .filter(({ parameters }) => !asArgument || parameters.length === 0)
    .map((info) => ({
      label: info.name,
      kind: 'function',
      detail: signature(info),
      documentation: () => functionMarkdown(info),
      replace,
      // Prometheus' own before Go's.
      rank: info.since === undefined ? 40 : 30,
    }));
}

/** The functions that can take what is before the `|`, before the others. */
function pipedSuggestions(result: TemplateResult, place: Place, scope: TemplateScope): Suggestion[] {
  const piped = typeBefore(result, place, scope);
  return functionSuggestions(result, place).flatMap((suggestion): Suggestion[] => {
    const parameter = result.dialect.functions.get(suggestion.label)?.parameters.at(-1);
    if (!parameter) return [];
    const generic = parameter.type === 'any' ? 10 : 0;
    return [{ ...suggestion, rank: suggestion.rank + generic + (accepts(parameter.type, piped) ? 0 : 50) }];
  });
}

/** The type of what is piped in: that of the action as it would be without its last `|`. */
function typeBefore(
  { text, dialect }: TemplateResult,
  { open, before }: Place,
  scope: TemplateScope,
): TemplateType {
  const pipe = before.findLast(({ type }) => type === 'pipe');
  const variables = new Map([...scope.variables].map(([name, type]) => [name, { type, summary: '' }]));
  const part = `${text.slice(open, pipe?.from)}}}`;
  let type: TemplateType = 'any';
  inferTypes(parseTemplate(part, { ...dialect, data: scope.dot, variables }), {
    pipeline: (_, whole) => {
      type = whole;
    },
  });
  return type;
}

import { touches, type Span } from '../../text/span';
import type { DeclaredVariable, TemplateResult } from './ast';
import { templateFacts } from './facts';
import type { Token } from './token';
import { quote } from './strings';
import type { Refusal } from '../../text/region';

/** A name of a template: a variable, which belongs to the text, or a template, which other texts may use. */
export interface TemplateSymbol {
  readonly kind: 'variable' | 'template';
  /** A variable's with its dollar sign. */
  readonly name: string;
  /** Where the cursor is: the name without quotes. */
  readonly span: Span;
  /** Where it is declared or defined in this text; a template may be defined elsewhere, or several times. */
  readonly definitions: readonly Span[];
  /** All places in this text, definitions included, in order. */
  readonly occurrences: readonly Span[];
}

/** The variable or the template whose name is at `offset`. */
export function symbolAt(result: TemplateResult, offset: number): TemplateSymbol | undefined {
  const token = result.tokens.find((one) => touches(one, offset) && NAMES.has(one.type));
  if (!token) return undefined;
  return token.type === 'variable' ? variableSymbol(result, token) : templateSymbol(result, token);
}

const NAMES: ReadonlySet<string> = new Set(['variable', 'string', 'rawString']);

/** Where this text names the template `name`, without quotes, in order. */
export function templateOccurrences(
  result: TemplateResult,
  name: string,
): { definitions: Span[]; occurrences: Span[] } {
  const { defined, used } = templateFacts(result);
  const spans = (places: readonly { name: string; nameSpan: Span }[]): Span[] =>
    places.filter((place) => place.name === name).map(({ nameSpan }) => inside(nameSpan));
  const definitions = spans(defined);
  const starts = new Set(definitions.map(({ from }) => from));
  // The name of a block is both.
  const calls = spans(used).filter(({ from }) => !starts.has(from));
  return { definitions, occurrences: [...definitions, ...calls].sort((a, b) => a.from - b.from) };
}

/** `name` as it has to be written between the quotes that are around `span`; or why it can't be. */
export function templateNameText({ text }: TemplateResult, span: Span, name: string): string | Refusal {
  return quote(name, text.charAt(span.from - 1) === '`');
}

function inside({ from, to }: Span): Span {
  return { from: from + 1, to: Math.max(from + 1, to - 1) };
}

function templateSymbol(result: TemplateResult, token: Token): TemplateSymbol | undefined {
  const { defined, used } = templateFacts(result);
  const place = [...defined, ...used].find(({ nameSpan }) => nameSpan.from === token.from);
  if (!place) return undefined;
  const { name } = place;
  return { kind: 'template', name, span: inside(token), ...templateOccurrences(result, name) };
}

function variableSymbol(result: TemplateResult, token: Token): TemplateSymbol | undefined {
  const { text, tokens } = result;
  const name = text.slice(token.from, token.to);
  const places = tokens.filter(({ type, from, to }) => type === 'variable' && text.slice(from, to) === name);
  const owners = declarationsOf(places, declarations(result, name));
  const own = owners[places.indexOf(token)];
  if (!own) return undefined;
  const occurrences = places.filter((_, i) => owners[i] === own).map(toSpan);
  return { kind: 'variable', name, span: toSpan(token), definitions: [own.span], occurrences };
}

/** What each of the places, which are in order, stands for: the innermost declaration that reaches it. */
function declarationsOf(
  places: readonly Span[],
  declared: readonly DeclaredVariable[],
): (DeclaredVariable | undefined)[] {
  const open: DeclaredVariable[] = [];
  let next = 0;
  return places.map(({ from }) => {
    for (let one = declared[next]; one && one.span.from <= from; one = declared[++next]) open.push(one);
    while ((open.at(-1)?.scope.to ?? Infinity) <= from) open.pop();
    return open.at(-1);
  });
}

function toSpan({ from, to }: Span): Span {
  return { from, to };
}

/** The declarations of `name` by `:=`; the parser counts those by `=` too. */
function declarations({ tokens, variables }: TemplateResult, name: string): DeclaredVariable[] {
  const byStart = new Map(tokens.map((token, i) => [token.from, i]));
  return variables.filter((variable) => {
    if (variable.name !== name) return false;
    const behind = tokens.slice(
      (byStart.get(variable.span.from) ?? 0) + 1,
      (byStart.get(variable.span.from) ?? 0) + 8,
    );
    return behind.find(({ type }) => type === 'assign' || type === 'declare')?.type !== 'assign';
  });
}

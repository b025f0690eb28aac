import type { Span } from '../../text/span';
import { actionsOf, type Action } from './actions';
import { templateKind, type TemplateHost, type TemplateKind } from './kind';

export interface Masked {
  /** As long as the original, with the same line breaks, and YAML where the placeholders allow it. */
  readonly text: string;
  /** What is filled in later; ordered, not overlapping. */
  readonly holes: readonly Span[];
  readonly kind: TemplateKind;
  /** Templates of Prometheus that Helm would take for its own. */
  readonly swallowed: readonly Span[];
}

/**
 * Replaces the placeholders of Helm or Jinja by filling of the same length: blanks for lines of placeholders alone and
 * for those that print nothing, a word for the others. What a placeholder prints literally, as the escaped braces of
 * Prometheus' own templates, is put in its place. Linear in the text.
 */
export function maskPlaceholders(text: string, host: TemplateHost = 'rules'): Masked {
  const kind = templateKind(text, host);
  if (kind === 'none') return { text, holes: [], kind, swallowed: [] };
  const holes: Span[] = [];
  const swallowed: Span[] = [];
  const parts: string[] = [];
  let done = 0;
  const put = ({ from, to }: Span, filling: string): void => {
    parts.push(text.slice(done, from), filling);
    done = to;
  };
  const actions = actionsOf(text, kind === 'jinja');
  const own = declaredVariables(actions);
  const isAlone = aloneness(text, actions);
  const lineEndAt = lineEnds(text);
  for (let index = 0; index < actions.length; index++) {
    const action = actions[index];
    if (!action) break;
    const literal = literalOf(action);
    if (literal !== undefined) {
      put(action, literal);
      continue;
    }
    if (isPrometheus(action, own)) {
      if (kind === 'jinja') continue;
      if (!isControl(action)) swallowed.push({ from: action.from, to: action.to });
    }
    if (isAlone(index)) {
      holes.push({ from: action.from, to: action.to });
      put(action, blanked(text, action));
      continue;
    }
    const last = isControl(action) ? closingOnLine(actions, index, lineEndAt(action.from)) : index;
    const span = { from: action.from, to: actions[last]?.to ?? action.to };
    index = last;
    const prints = span.to > action.to || !isControl(action);
    if (prints) holes.push(span);
    put(span, prints ? filled(text, span) : blanked(text, span));
  }
  parts.push(text.slice(done));
  return { text: parts.join(''), holes, kind, swallowed };
}

/**
 * The text that an action prints as it is, as long as the action: `{{ "{{" }}`, `` {{`{{ $value }}`}} ``, and the tags
 * around raw text, which print nothing.
 */
function literalOf({ from, to, body, open }: Action): string | undefined {
  const length = to - from;
  if (open === '{%' && /^(?:raw|endraw)$/.test(body)) return ' '.repeat(length);
  if (open !== '{{') return undefined;
  const quoted = /^(["'`])(\{\{-?|-?\}\})\1$/.exec(body)?.[2];
  // Directly beside what they enclose: a trim marker may stand there.
  if (quoted) return quoted.includes('{') ? quoted.padStart(length) : quoted.padEnd(length);
  const raw = /^`([^`]*\{\{[^`]*)`$/.exec(body)?.[1];
  return raw?.padStart(raw.length + Math.floor((length - raw.length) / 2)).padEnd(length);
}

/** The variables that the file's own actions declare, as `range $name, $value := …` does. */
function declaredVariables(actions: readonly Action[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { body } of actions) {
    for (const [, first = '', second] of body.matchAll(/(\$\w+)\s*(?:,\s*(\$\w+)\s*)?:?=/g)) {
      names.add(first);
      if (second) names.add(second);
    }
  }
  return names;
}

const ALERT_VARIABLE = /\$(?:labels|value|externalLabels|externalURL)\b/g;

/** A template that Prometheus is to expand, by the variables and fields that only it has; `own` are the file's. */
function isPrometheus({ open, body }: Action, own: ReadonlySet<string>): boolean {
  if (open !== '{{') return false;
  if (/^\.(?:Labels|Value|ExternalLabels)\b/.test(body)) return true;
  const code = body.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '');
  return [...code.matchAll(ALERT_VARIABLE)].some(([name]) => !own.has(name));
}

/** Prints nothing itself, but decides about what follows. */
function isControl({ open, body }: Action): boolean {
  return open !== '{{' || /^(?:if|else|end|range|with|define|block|\/\*|\$\w*\s*:?=)/.test(body);
}

/** Answers whether nothing but actions stands on the lines of an action; asked in order, it looks at each line once. */
function aloneness(text: string, actions: readonly Action[]): (index: number) => boolean {
  const lineEndAt = lineEnds(text);
  let known = -1;
  let alone = false;
  return (index) => {
    if (index <= known) return alone;
    let at = text.lastIndexOf('\n', (actions[index]?.from ?? 0) - 1) + 1;
    let lineEnd = at;
    alone = true;
    for (known = index; ; known++) {
      const action = actions[known];
      const until = Math.min(action?.from ?? text.length, lineEndAt(lineEnd));
      if (text.slice(at, until).trim() !== '') alone = false;
      if (!action || until < action.from) break;
      at = lineEnd = action.to;
    }
    known--;
    return alone;
  };
}

/** Answers where the line of an offset ends; asked in order, it looks at each line once. */
function lineEnds(text: string): (at: number) => number {
  let from = 0;
  let end = -1;
  return (at) => {
    if (at < from || at > end) {
      const newline = text.indexOf('\n', at);
      end = newline < 0 ? text.length : newline;
      from = at;
    }
    return end;
  };
}

/** Further than this a closing action is not looked for. */
const MOST_BETWEEN = 100;

/** Index of the action that closes the one at `index`, if that stands before `lineEnd`; otherwise `index`. */
function closingOnLine(actions: readonly Action[], index: number, lineEnd: number): number {
  let depth = 0;
  for (let i = index; i < index + MOST_BETWEEN; i++) {
    const action = actions[i];
    if (!action || action.to > lineEnd) return index;
    if (/^(?:if|range|with|for)\b/.test(action.body)) depth++;
    if (/^(?:end|endif|endfor)\b/.test(action.body)) depth--;
    if (depth <= 0) return i;
  }
  return index;
}

function blanked(text: string, { from, to }: Span): string {
  return text.slice(from, to).replace(/[^\r\n]/g, ' ');
}

/** A word, so that YAML and PromQL see a name; on further lines of the action blanks. */
function filled(text: string, { from, to }: Span): string {
  const [first = '', ...rest] = text.slice(from, to).split(/(?=\r?\n)/);
  return 'x'.repeat(first.length) + rest.join('').replace(/[^\r\n]/g, ' ');
}

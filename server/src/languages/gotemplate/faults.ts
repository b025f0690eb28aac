import type { Fix } from '../../text/finding';
import type { Span } from '../../text/span';
import type { TemplateCode } from './codes';
import type { TemplateFault } from './token';

/** The faults by which Go refuses a template, one builder a cause. Messages name what to write instead. */

function fault(code: TemplateCode, message: string, span: Span, ...fixes: Fix[]): TemplateFault {
  return { code, message, span, ...(fixes.length > 0 && { fixes }) };
}

function insert(at: number, newText: string, title: string): Fix {
  return { title, edits: [{ span: { from: at, to: at }, newText }], preferred: true };
}

export function replace(span: Span, newText: string): Fix {
  return { title: `Replace by ${newText}`, edits: [{ span, newText }], preferred: true };
}

/** As messages show a stretch of the text: on one line, and not too long. */
function quoted(text: string, span: Span): string {
  const part = text.slice(span.from, Math.min(span.to, span.from + 30)).replace(/\s+/g, ' ');
  const cut = span.to - span.from > 30 ? `${part}…` : part;
  return /^["`]/.test(cut) ? cut : `"${cut}"`;
}

/** Faults look no further than this: there can be as many of them as the text has characters. */
const FAR = 200;

/** Where `stop` is found from `from` on, or the line ends, or it gets too far. */
function before(text: string, from: number, stop: RegExp): number {
  const near = text.slice(from, from + FAR);
  const found = near.search(stop);
  return from + (found < 0 ? near.length : found);
}

/** The action that opens at `open` and has no `}}` before `end`: its first line. */
export function unclosedAction(text: string, open: number, end: number): TemplateFault {
  const to = Math.min(end, before(text, open, /[ \t]*[\r\n]/));
  const shown = open + text.slice(open, to).trimEnd().length;
  const message = 'this action is not closed; end it with "}}"';
  const span = { from: open, to: shown };
  return fault('template/unclosed-action', message, span, insert(shown, ' }}', 'Close the action'));
}

export function unclosedComment(open: number): TemplateFault {
  return fault('template/unclosed-comment', 'this comment is not closed; end it with "*/}}"', {
    from: open,
    to: open + 4,
  });
}

/** Something stands between a comment's end and the closing delimiter. */
export function commentBeforeClosing(span: Span): TemplateFault {
  return fault(
    'template/misplaced-comment',
    'a comment ends directly before "}}" (or " -}}"): {{/* … */}}',
    span,
  );
}

/** White space stands before a comment; `action` is the text of the whole action where it is closed. */
export function commentAfterOpening(open: number, action: string | undefined): TemplateFault {
  const message = 'a comment begins directly behind "{{" (or "{{- "): {{/* … */}}';
  const span = { from: open, to: open + (action?.length ?? 2) };
  if (action === undefined) return fault('template/misplaced-comment', message, span);
  const [, trimLeft, comment = '', trimRight] = /^\{\{(-)?\s*(.*?)\s*(-)?\}\}$/s.exec(action) ?? [];
  const mended = `{{${trimLeft ? '- ' : ''}${comment}${trimRight ? ' -' : ''}}}`;
  return fault('template/misplaced-comment', message, span, replace(span, mended));
}

/** `where` is what the parser was reading: an operand, the end clause, … */
export function unexpected(text: string, span: Span, hint: string): TemplateFault {
  return fault('template/unexpected-token', `unexpected ${quoted(text, span)}: ${hint}`, span);
}

export function loneColon(at: number): TemplateFault {
  return fault('template/unexpected-token', 'unexpected ":"; a declaration is written {{ $x := 1 }}', {
    from: at,
    to: at + 1,
  });
}

/** A lone `}` where the action should end. */
export function singleBrace(span: Span): TemplateFault {
  const message = 'an action ends with "}}"; one brace is missing';
  return fault('template/unclosed-action', message, span, insert(span.to, '}', 'Close the action'));
}

export function unclosedParen(at: number): TemplateFault {
  return fault('template/unclosed-parenthesis', 'this parenthesis is not closed', { from: at, to: at + 1 });
}

export function unexpectedParen(at: number): TemplateFault {
  const span = { from: at, to: at + 1 };
  const fix: Fix = { title: 'Remove it', edits: [{ span, newText: '' }], preferred: true };
  return fault('template/unexpected-parenthesis', 'no parenthesis is open here', span, fix);
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  '\u00a0': 'a non-breaking space; write a plain space',
  '\u201c': 'a typographic quote; write "',
  '\u201d': 'a typographic quote; write "',
  '\u2018': 'a typographic quote; write "',
  '\u2019': 'a typographic quote; write "',
  '\u2013': 'a dash; write -',
  '\u2014': 'a dash; write -',
};

/** A character that can't stand in an action at all. */
export function badCharacter(text: string, at: number): TemplateFault {
  const point = text.codePointAt(at) ?? 0;
  const character = String.fromCodePoint(point);
  const hint = LOOKALIKES[character] ?? `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const span = { from: at, to: at + character.length };
  return fault('template/bad-character', `this character can't stand in an action: ${hint}`, span);
}

/** A character directly behind the name in `name`, where a name can't end. */
export function badNameCharacter(text: string, name: Span, open: number): TemplateFault {
  const at = name.to;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const span = { from: at, to: at + character.length };
  if (text.startsWith('-}}', at)) {
    const message = 'the trim marker needs a space before it: " -}}"';
    return fault(
      'template/trim-marker',
      message,
      { from: at, to: at + 3 },
      insert(at, ' ', 'Insert a space'),
    );
  }
  if (text.startsWith('{{', at)) return unclosedAction(text, open, at);
  if (character === '}') return singleBrace(span);
  const code = 'template/bad-character';
  const word = text.slice(name.from, name.to);
  if (word.startsWith('.') && /[-/:]/.test(character)) return dashedField(text, name, open);
  return fault(code, `a name ends before ${JSON.stringify(character)}; write a space between them`, span);
}

/** `$labels.foo-bar`: only `index` reaches a label whose name is no identifier. */
function dashedField(text: string, name: Span, open: number): TemplateFault {
  const to = before(text, name.to, /[\s.,|:)(}]/);
  const label = JSON.stringify(text.slice(name.from + 1, to));
  const receiver =
    /(?:\$\w*|\.)[\w.]*$/.exec(text.slice(Math.max(open, name.from - FAR), name.from))?.[0] ?? '.';
  const span = { from: name.to, to: name.to + 1 };
  const written = `(index ${receiver} ${label})`;
  const message = `a field's name has no ${JSON.stringify(text.charAt(name.to))}; write ${written}`;
  return fault(
    'template/bad-character',
    message,
    span,
    replace({ from: name.from - receiver.length, to }, written),
  );
}

export function unterminated(text: string, from: number, what: string): TemplateFault {
  const to = before(text, from, /\}\}|[\r\n]/);
  return fault('template/unterminated-string', `this ${what} is not closed`, {
    from,
    to: Math.max(to, from + 1),
  });
}

export function badString(reason: string, span: Span): TemplateFault {
  return fault('template/bad-string', reason, span);
}

export function badNumber(text: string, from: number, to: number): TemplateFault {
  const end = before(text, to, /[\s|)(}]/);
  return refusedNumber(`${quoted(text, { from, to: end })} is no number`, { from, to: end });
}

export function refusedNumber(reason: string, span: Span): TemplateFault {
  return fault('template/bad-number', reason, span);
}

/** `{{-$value}}`. */
export function openingTrimMarker(at: number): TemplateFault {
  const message = 'the trim marker needs a space behind it: "{{- "';
  return fault(
    'template/trim-marker',
    message,
    { from: at, to: at + 1 },
    insert(at + 1, ' ', 'Insert a space'),
  );
}

/** `{{ "x"-}}`. */
export function closingTrimMarker(at: number): TemplateFault {
  const message = 'the trim marker needs a space before it: " -}}"';
  return fault('template/trim-marker', message, { from: at, to: at + 3 }, insert(at, ' ', 'Insert a space'));
}

export function undefinedVariable(
  name: string,
  span: Span,
  hint: string,
  meant: string | undefined,
): TemplateFault {
  const fixes = meant === undefined ? [] : [replace(span, meant)];
  return fault('template/undefined-variable', `undefined variable ${name}; ${hint}`, span, ...fixes);
}

export function unknownFunction(name: string, span: Span, hint?: string, meant?: string): TemplateFault {
  const message = `unknown function ${name}${hint === undefined ? '' : `; ${hint}`}`;
  return fault(
    'template/unknown-function',
    message,
    span,
    ...(meant === undefined ? [] : [replace(span, meant)]),
  );
}

export function missingValue(where: string, span: Span): TemplateFault {
  return fault('template/missing-value', `${where} needs a value`, span);
}

export function notExecutable(text: string, span: Span): TemplateFault {
  const message = `${quoted(text, span)} can't take the value that is piped into it; only functions can`;
  return fault('template/not-executable', message, span);
}

export function fieldOfLiteral(text: string, literal: Span, span: Span): TemplateFault {
  return fault('template/field-of-literal', `${quoted(text, literal)} has no fields`, span);
}

export function tooManyDeclarations(where: string, inRange: boolean, span: Span): TemplateFault {
  const message = `${where} declares ${inRange ? 'two variables at most' : 'one variable only'}`;
  return fault('template/too-many-declarations', message, span);
}

export function onlyVariables(span: Span): TemplateFault {
  const message = 'only a second variable can follow the comma: {{ range $index, $element := … }}';
  return fault('template/unexpected-token', message, span);
}

export function tooDeep(span: Span): TemplateFault {
  return fault('template/too-deep', 'more than 10,000 parentheses are nested', span);
}

export function outsideRange(word: string, span: Span): TemplateFault {
  return fault('template/outside-range', `{{ ${word} }} can only stand inside {{ range }}`, span);
}

export function unexpectedEnd(span: Span): TemplateFault {
  const message = '{{ end }} closes nothing: no if, range, with, define or block is open here';
  const fix: Fix = { title: 'Remove it', edits: [{ span, newText: '' }] };
  return fault('template/unexpected-end', message, span, fix);
}

export function unexpectedElse(span: Span, reason: string): TemplateFault {
  return fault('template/unexpected-else', reason, span);
}

/** A block without its `{{end}}`; `end` is where the text ends. */
export function unclosedBlock(word: string, span: Span, end: number): TemplateFault {
  const message = `this ${word} is not closed; end it with {{ end }}`;
  return fault(
    'template/unclosed-block',
    message,
    span,
    insert(end, '{{ end }}', 'Insert {{ end }} at the end'),
  );
}

export function nestedDefine(span: Span): TemplateFault {
  return fault('template/nested-define', '{{ define }} can only stand outside of other blocks', span);
}

export function redefined(name: string, span: Span, first: Span | undefined): TemplateFault {
  const message = `the template ${JSON.stringify(name)} is defined twice`;
  const related = first && [{ span: first, message: 'the first definition' }];
  return { ...fault('template/redefined', message, span), ...(related && { related }) };
}

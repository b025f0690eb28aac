import type { Span } from '../../../text/span';
import type { TemplateDialect } from '../dialect';
import { parseTemplate } from '../parse';
import { execute, type Failure } from './execute';
import { HtmlExecutable } from './html/executable';
import { LIMITS, type Limits } from './limits';
import { addTemplates, TextExecutable, type TemplateBody, type TemplateSet } from './template-set';
import type { GoValue } from './values';

export interface RenderOptions {
  readonly dialect: TemplateDialect;
  /** What dot is: `sampleNotification`. */
  readonly data: GoValue;
  /** What the text can call beside its own definitions: `templateSet`. */
  readonly templates: TemplateSet;
  /** Escape values as html/template does: for an e-mail's `html`, and Pushover's and Telegram's messages in HTML. */
  readonly html?: boolean;
  /** Nanoseconds since 1970, for `now` and `since`. */
  readonly now: bigint;
  readonly limits?: Limits;
}

/** Why nothing was rendered. */
export interface RenderError {
  /** Go's words: `executing "" at <.Foo>: can't evaluate field Foo in type template.Data`. */
  readonly error: string;
  readonly span: Span;
  /** The file that the span is of; `undefined` for the text itself. */
  readonly source: string | undefined;
}

export type Rendered = { readonly output: string } | RenderError;

/**
 * The text that Alertmanager makes of a template (template/template.go `ExecuteTextString`, `ExecuteHTMLString`). Never
 * throws, and gives up where the template asks for more than `limits`.
 */
export function renderTemplate(text: string, options: RenderOptions): Rendered {
  const { dialect, data, html = false, now, limits = LIMITS } = options;
  const result = parseTemplate(text, dialect, '');
  const [fault] = result.faults;
  if (fault) return { error: fault.message, span: fault.span, source: undefined };
  const templates = new Map(options.templates);
  addTemplates(templates, result, undefined);
  const body: TemplateBody = { name: '', text, source: undefined, nodes: result.nodes };
  const main = html ? HtmlExecutable.of(body, templates) : new TextExecutable(body, templates);
  if ('message' in main) return toError(main);
  const done = execute(main, data, { dialect, limits, now });
  return 'output' in done ? done : toError(done);
}

function toError({ message, span, source }: Failure): RenderError {
  return { error: message, span, source };
}

import type { Span } from '../../../../text/span';
import type {
  ActionNode,
  ControlNode,
  DefinitionNode,
  StringNode,
  TemplateCallNode,
  TemplateNode,
  TextNode,
} from '../../ast';
import { trimmedText } from '../executable';
import { LIMITS } from '../limits';
import type { TemplateBody, TemplateSet } from '../template-set';
import { escapersOf } from './choose-escapers';
import { contextKey, HtmlError, join, nudge, TEXT, type Context } from './context';
import type { EscaperName } from './escapers';
import { rewrite } from './rewrite';

/** A template as it has to be written in one context: what its texts become, and how its values are escaped. */
export interface EscapedTemplate {
  readonly body: TemplateBody;
  readonly texts: Map<TextNode, string>;
  readonly escapers: Map<ActionNode, readonly EscaperName[]>;
  /** The names under which the templates that it calls are found. */
  readonly calls: Map<StringNode, string>;
}

/** Where html/template gives up. */
export interface HtmlFault {
  readonly message: string;
  readonly body: TemplateBody;
  readonly span: Span;
}

/**
 * Decides how the values of a template and of all that it calls are escaped, as html/template does before it executes
 * one (escape.go). Contexts of scripts are followed less far than there: template literals have no nested expressions.
 */
export function escapeTemplates(
  main: TemplateBody,
  templates: TemplateSet,
): { readonly main: EscapedTemplate; readonly escaped: ReadonlyMap<string, EscapedTemplate> } | HtmlFault {
  const escaper = new TreeEscaper(templates);
  try {
    return { main: escaper.main(main), escaped: escaper.escaped };
  } catch (error) {
    if (error instanceof HtmlError) return { message: error.message, ...escaper.place(main) };
    throw error;
  }
}

/** The contexts in which `break` and `continue` leave a loop. */
type Exits = Context[];

class TreeEscaper {
  readonly escaped = new Map<string, EscapedTemplate>();
  readonly #outputs = new Map<string, Context>();
  #called = new Set<string>();
  #current: EscapedTemplate | undefined;
  #exits: Exits = [];
  #depth = 0;
  #at: Span = { from: 0, to: 0 };

  constructor(readonly templates: TemplateSet) {}

  place(main: TemplateBody): { body: TemplateBody; span: Span } {
    return { body: this.#current?.body ?? main, span: this.#at };
  }

  main(body: TemplateBody): EscapedTemplate {
    const end = this.#template(body, TEXT, '');
    if (end.state !== 'text') throw new HtmlError(`ends in a non-text context: ${end.state}`);
    const escaped = this.escaped.get('');
    if (!escaped) throw new HtmlError('the template is too complex');
    return escaped;
  }

  /** The context behind a template that begins in `context`; a template that calls itself ends as it begins, or not at all. */
  #template(body: TemplateBody, context: Context, key: string): Context {
    const first = this.#pass(body, context, key, context);
    if (first.isRight) return first.end;
    const second = this.#pass(body, context, key, first.end);
    if (second.isRight) return second.end;
    throw new HtmlError(`cannot compute output context for template ${body.name}`);
  }

  #pass(
    body: TemplateBody,
    context: Context,
    key: string,
    assumed: Context,
  ): { end: Context; isRight: boolean } {
    const [outer, called] = [this.#current, this.#called];
    this.#outputs.set(key, assumed);
    this.#called = new Set();
    this.#current = { body, texts: new Map(), escapers: new Map(), calls: new Map() };
    this.escaped.set(key, this.#current);
    const end = this.#nodes(body.nodes, context);
    const isRight = !this.#called.has(key) || contextKey(end) === contextKey(assumed);
    this.#outputs.set(key, end);
    for (const name of this.#called) called.add(name);
    this.#called = called;
    this.#current = outer;
    return { end, isRight };
  }

  #nodes(nodes: readonly TemplateNode[], start: Context): Context {
    if (++this.#depth > LIMITS.depth) throw new HtmlError('blocks are nested too deep for a preview');
    let context = start;
    for (const node of nodes) {
      context = this.#node(node, context);
      if (context.state === 'dead') break;
    }
    this.#depth--;
    return context;
  }

  #node(node: TemplateNode, context: Context): Context {
    this.#at = node.span;
    switch (node.kind) {
      case 'text':
        return this.#text(node, context);
      case 'comment':
        return context;
      case 'action':
        return this.#action(node, context);
      case 'control':
        return this.#control(node, context);
      case 'definition':
        return node.keyword === 'block' ? this.#call(node, context) : context;
      case 'template':
        return this.#call(node, context);
      case 'loop-exit':
        this.#exits.push(context);
        return { ...TEXT, state: 'dead' };
    }
  }

  #call({ name }: TemplateCallNode | DefinitionNode, context: Context): Context {
    if (!name) return context;
    const key = `${name.value}$${contextKey(context)}`;
    this.#called.add(key);
    this.#current?.calls.set(name, key);
    const known = this.#outputs.get(key);
    if (known) return known;
    const body = this.templates.get(name.value);
    if (!body) throw new HtmlError(`no such template ${JSON.stringify(name.value)}`);
    return this.#template(body, context, key);
  }

  #control({ keyword, branches: [first, ...others], span }: ControlNode, start: Context): Context {
    if (!first) return start;
    const outer = this.#exits;
    if (keyword === 'range') this.#exits = [];
    let end = this.#nodes(first.body, start);
    if (keyword === 'range') {
      end = this.#joinExits(end);
      // The loop's body can come behind itself.
      end = join(end, this.#again(first.body, end), keyword);
      this.#exits = outer;
    }
    let other = start;
    for (const branch of others.toReversed()) {
      const own = this.#nodes(branch.body, start);
      other = branch.pipeline ? join(own, other, keyword) : own;
    }
    this.#at = span;
    return join(end, other, keyword);
  }

  #joinExits(end: Context): Context {
    return this.#exits.reduce((joined, exit) => join(joined, exit, 'range'), end);
  }

  /** Where the body ends if it begins where it ended; nothing is noted. */
  #again(body: readonly TemplateNode[], start: Context): Context {
    const current = this.#current;
    if (!current) return start;
    this.#current = { ...current, texts: new Map(), escapers: new Map(), calls: new Map() };
    this.#exits = [];
    const end = this.#joinExits(this.#nodes(body, start));
    this.#current = current;
    return end;
  }

  #text(node: TextNode, start: Context): Context {
    const { texts, body } = this.#current ?? {};
    const text = trimmedText(body?.text ?? '', node);
    const { written, context } = rewrite(text, start);
    texts?.set(node, written);
    return context;
  }

  #action(node: ActionNode, before: Context): Context {
    const { pipeline } = node;
    if (!pipeline || pipeline.declarations.length > 0) return before;
    const context = nudge(before);
    const escapers = escapersOf(pipeline, context, body(this.#current, pipeline.span));
    this.#current?.escapers.set(node, escapers);
    if (context.state === 'tag') return { ...context, state: 'attrName' };
    return context.state === 'js' ? { ...context, slash: 'divide' } : context;
  }
}

function body(current: EscapedTemplate | undefined, { from, to }: Span): string {
  return current?.body.text.slice(from, to) ?? '';
}

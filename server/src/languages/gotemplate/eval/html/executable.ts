import type { ActionNode, StringNode, TextNode } from '../../ast';
import type { Executable } from '../executable';
import type { Failure } from '../execute';
import type { TemplateBody, TemplateSet } from '../template-set';
import { string, type GoValue } from '../values';
import { ESCAPERS } from './escapers';
import { escapeTemplates, type EscapedTemplate } from './escape-tree';

/** A template for HTML, which escapes values by where they stand. */
export class HtmlExecutable implements Executable {
  private constructor(
    readonly escaped: EscapedTemplate,
    readonly all: ReadonlyMap<string, EscapedTemplate>,
  ) {}

  /** `body`, ready to be executed; or why html/template refuses it or what it calls. */
  static of(body: TemplateBody, templates: TemplateSet): HtmlExecutable | Failure {
    const escaped = escapeTemplates(body, templates);
    if ('main' in escaped) return new HtmlExecutable(escaped.main, escaped.escaped);
    const { message, span, body: where } = escaped;
    return { message: `html/template: ${message}`, template: where.name, source: where.source, span };
  }

  get name(): string {
    return this.escaped.body.name;
  }

  get text(): string {
    return this.escaped.body.text;
  }

  get source(): string | undefined {
    return this.escaped.body.source;
  }

  get nodes(): TemplateBody['nodes'] {
    return this.escaped.body.nodes;
  }

  textOf(node: TextNode): string {
    return this.escaped.texts.get(node) ?? '';
  }

  shown(node: ActionNode, value: GoValue): string {
    let shown = value;
    let text = '';
    for (const name of this.escaped.escapers.get(node) ?? []) {
      const { text: escaped, type } = ESCAPERS[name](shown);
      text = escaped;
      shown = string(text, type === 'url' ? 'template.URL' : 'string');
    }
    return (this.escaped.escapers.get(node) ?? []).length > 0 ? text : shownPlain(value);
  }

  callee(name: StringNode): Executable | undefined {
    const callee = this.all.get(this.escaped.calls.get(name) ?? '');
    return callee && new HtmlExecutable(callee, this.all);
  }
}

/** What the template has escaped for itself. */
function shownPlain(value: GoValue): string {
  return value.kind === 'string' ? value.value : '';
}

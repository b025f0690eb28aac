import type { ActionNode, StringNode, TemplateNode, TemplateResult } from '../ast';
import { definitionsOf } from '../definitions';
import type { TemplateDialect } from '../dialect';
import { parseTemplate } from '../parse';
import { isBlank } from '../parse-blocks';
import { trimmedText, type Executable } from './executable';
import { printed } from './print';
import type { GoValue } from './values';

/** A text that defines templates: a `.tmpl` file. */
export interface TemplateSource {
  /** The file's name without its folder. */
  readonly name: string;
  readonly text: string;
}

/** The body of a template, with the text that it is written in. */
export interface TemplateBody {
  readonly name: string;
  readonly text: string;
  readonly source: string | undefined;
  readonly nodes: readonly TemplateNode[];
}

/** Templates by their names; of two with the same name the later one that isn't empty counts. */
export type TemplateSet = ReadonlyMap<string, TemplateBody>;

/** A source that doesn't parse: Alertmanager then refuses the whole configuration. */
export interface BrokenSource {
  readonly source: TemplateSource;
  readonly result: TemplateResult;
}

/**
 * The templates that `sources` define, on top of those of `base`, as text/template keeps them (`AddParseTree`); each
 * source as a whole is a template as well.
 */
export function templateSet(
  sources: readonly TemplateSource[],
  dialect: TemplateDialect,
  base: TemplateSet = new Map(),
): { readonly templates: TemplateSet; readonly broken: readonly BrokenSource[] } {
  const templates = new Map(base);
  const broken: BrokenSource[] = [];
  for (const source of sources) {
    const result = parseTemplate(source.text, dialect, source.name);
    if (result.faults.length > 0) broken.push({ source, result });
    else addTemplates(templates, result, source.name);
  }
  return { templates, broken };
}

/** Adds what `result` defines, and itself by the name `source`. */
export function addTemplates(
  templates: Map<string, TemplateBody>,
  result: TemplateResult,
  source: string | undefined,
): void {
  const { text, nodes } = result;
  const add = (name: string, body: readonly TemplateNode[]): void => {
    if (!templates.has(name) || !isBlank(body, text))
      templates.set(name, { name, text, source, nodes: body });
  };
  for (const { name, body } of definitionsOf(nodes)) if (name) add(name.value, body);
  add(source ?? '', nodes);
}

/** A template for text, which prints values as they are. */
export class TextExecutable implements Executable {
  readonly name: string;
  readonly text: string;
  readonly source: string | undefined;
  readonly nodes: readonly TemplateNode[];

  constructor(
    body: TemplateBody,
    readonly templates: TemplateSet,
  ) {
    ({ name: this.name, text: this.text, source: this.source, nodes: this.nodes } = body);
  }

  textOf(node: Parameters<Executable['textOf']>[0]): string {
    return trimmedText(this.text, node);
  }

  shown(_: ActionNode, value: GoValue): string {
    return printed(value);
  }

  callee({ value }: StringNode): Executable | undefined {
    const body = this.templates.get(value);
    return body && new TextExecutable(body, this.templates);
  }
}

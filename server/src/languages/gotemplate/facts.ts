import type { Span } from '../../text/span';
import type { TemplateResult } from './ast';
import { definitionsOf } from './definitions';
import { inferTypes } from './infer';
import type { TemplateUse } from './infer-walk';
import { templateInputs } from './inputs';
import { isBlank } from './parse-blocks';
import type { TemplateType } from './types';

/** A `define` or `block`. */
export interface TemplateDefinition {
  readonly name: string;
  /** The name's string, with its quotes. */
  readonly nameSpan: Span;
  /** From the opening action to behind its `{{ end }}`. */
  readonly span: Span;
  readonly keyword: 'define' | 'block';
  /** What its dot is, as far as this text says. */
  readonly takes: TemplateType;
  /** It holds white space and comments only: another definition of the name wins (text/template `AddParseTree`). */
  readonly empty: boolean;
}

/** A `template` action, or the call that a `block` is. */
export interface TemplateCall {
  readonly name: string;
  readonly nameSpan: Span;
  /** What it is given. */
  readonly gives: TemplateType;
  /** The definition that it stands in; absent in the main text. */
  readonly within?: string;
}

export interface TemplateFacts {
  readonly defined: readonly TemplateDefinition[];
  readonly used: readonly TemplateCall[];
}

/** The templates that a text defines and calls, in the order of the text: what an index of a workspace keeps. */
export function templateFacts(result: TemplateResult): TemplateFacts {
  const inputs = templateInputs(result);
  const definitions = definitionsOf(result.nodes).sort((a, b) => a.span.from - b.span.from);
  const defined = definitions.flatMap((node): TemplateDefinition[] => {
    if (!node.name) return [];
    const { keyword, span, name, body } = node;
    const takes = inputs.get(node) ?? 'any';
    return [
      { name: name.value, nameSpan: name.span, span, keyword, takes, empty: isBlank(body, result.text) },
    ];
  });
  const uses: TemplateUse[] = [];
  inferTypes(result, { template: (use) => void uses.push(use) });
  uses.sort((a, b) => a.name.span.from - b.name.span.from);
  return { defined, used: placed(uses, defined) };
}

/** The calls, each with the definition around it; both lists are in order. */
function placed(uses: readonly TemplateUse[], defined: readonly TemplateDefinition[]): TemplateCall[] {
  const open: TemplateDefinition[] = [];
  let next = 0;
  return uses.map(({ name: { value: name, span: nameSpan }, input: gives }) => {
    for (let one = defined[next]; one && one.nameSpan.from < nameSpan.from; one = defined[++next])
      open.push(one);
    while ((open.at(-1)?.span.to ?? Infinity) <= nameSpan.from) open.pop();
    const within = open.at(-1)?.name;
    return { name, nameSpan, gives, ...(within !== undefined && { within }) };
  });
}

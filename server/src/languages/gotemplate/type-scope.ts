import type { TemplateResult } from './ast';
import type { Token } from './token';
import type { TemplateType } from './types';

/** What can be used at a place. */
export interface TemplateScope {
  readonly dot: TemplateType;
  readonly variables: ReadonlyMap<string, TemplateType>;
}

/** Dot and the variables, which end with the block that they are in. */
export class TypeScope {
  #variables: Map<string, TemplateType>;
  readonly #shadowed: { readonly name: string; readonly before: TemplateType | undefined }[] = [];

  constructor(public dot: TemplateType) {
    this.#variables = new Map([['$', dot]]);
  }

  type(name: string): TemplateType | undefined {
    return this.#variables.get(name);
  }

  declare(name: string, type: TemplateType): void {
    this.#shadowed.push({ name, before: this.#variables.get(name) });
    this.#variables.set(name, type);
  }

  snapshot(): TemplateScope {
    return { dot: this.dot, variables: new Map(this.#variables) };
  }

  /** Forgets afterwards what `inside` declares and what it makes of dot. */
  nest(inside: () => void): void {
    const { dot } = this;
    const mark = this.#shadowed.length;
    inside();
    for (const { name, before } of this.#shadowed.splice(mark).reverse()) {
      if (before === undefined) this.#variables.delete(name);
      else this.#variables.set(name, before);
    }
    this.dot = dot;
  }

  /** The body of a `define` or `block`, which is given `input` and sees no variables of the text around. */
  enterTemplate(input: TemplateType, inside: () => void): void {
    const variables = this.#variables;
    this.#variables = new Map([['$', input]]);
    this.nest(() => {
      this.dot = input;
      inside();
    });
    this.#variables = variables;
  }
}

/** The names of variables that are given another value by `=` somewhere. */
export function assignedVariables({ text, tokens }: TemplateResult): ReadonlySet<string> {
  const names = new Set<string>();
  let variable: Token | undefined;
  for (const token of tokens) {
    if (token.type === 'assign' && variable) names.add(text.slice(variable.from, variable.to));
    if (token.type === 'variable') variable = token;
    else if (token.type !== 'space') variable = undefined;
  }
  return names;
}

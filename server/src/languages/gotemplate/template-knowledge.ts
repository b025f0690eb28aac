import type { TemplateType } from './types';

/** A template that other texts define: the program's own, or one of a `.tmpl` file of the workspace. */
export interface KnownTemplate {
  readonly name: string;
  /** Markdown: what it gives, or where it is defined. */
  readonly summary: string;
  /** What its dot should be, if that is known. */
  readonly takes?: TemplateType;
}

/** The templates beyond the text that is looked at. */
export interface TemplateKnowledge {
  defined(name: string): KnownTemplate | undefined;
  names(): Iterable<string>;
}

/** The templates of `first`, and those of `second` that it doesn't have: a user's definition wins over a default. */
export function joinKnowledge(first: TemplateKnowledge, second: TemplateKnowledge): TemplateKnowledge {
  return {
    defined: (name) => first.defined(name) ?? second.defined(name),
    names: () => new Set([...first.names(), ...second.names()]),
  };
}

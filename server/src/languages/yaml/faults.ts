import { TAB } from './characters';
import type { YamlFault } from './nodes';
import type { Source } from './source';

export type SyntaxCode =
  | 'yaml/alias'
  | 'yaml/anchor'
  | 'yaml/bad-escape'
  | 'yaml/bad-indentation'
  | 'yaml/block-scalar-header'
  | 'yaml/control-character'
  | 'yaml/directive'
  | 'yaml/excessive-aliases'
  | 'yaml/mapping-key-not-allowed'
  | 'yaml/mapping-value-not-allowed'
  | 'yaml/missing-colon'
  | 'yaml/missing-comma'
  | 'yaml/self-alias'
  | 'yaml/sequence-entry-not-allowed'
  | 'yaml/tab-indentation'
  | 'yaml/tag'
  | 'yaml/too-deep'
  | 'yaml/unclosed-flow'
  | 'yaml/unclosed-quote'
  | 'yaml/unexpected-character'
  | 'yaml/unexpected-content'
  | 'yaml/unknown-alias';

/** Thrown inside the reader where go-yaml gives up; `parseYaml` catches it. */
export class SyntaxFault extends Error {
  /**
   * @param from, to the stretch that a person must look at, UTF-16 offsets
   * @param at where the reader stood, if the cause is earlier than the effect
   * @param opener offset of the bracket that isn't closed before `at`
   */
  constructor(
    readonly code: SyntaxCode,
    message: string,
    readonly from: number,
    readonly to: number,
    readonly at = from,
    readonly opener?: number,
  ) {
    super(message);
  }

  toFault(): YamlFault {
    return { code: this.code, message: this.message, span: { from: this.from, to: this.to } };
  }
}

/** Refuses the tabs at the current place. */
export function tabFault(source: Source, problem: string): SyntaxFault {
  const from = source.pos;
  let to = from + 1;
  while (source.at(to) === TAB) to++;
  return new SyntaxFault('yaml/tab-indentation', `${problem}; indent with spaces`, from, to);
}

import type { TemplateFunction } from './function-info';
import type { Member, StructType, TemplateType } from './types';

/** What a program adds to Go's templates: its functions, and the data that it hands to them. */
export interface TemplateDialect {
  readonly program: 'Prometheus' | 'Alertmanager';
  /** Major and minor. */
  readonly version: readonly [number, number];
  readonly functions: ReadonlyMap<string, TemplateFunction>;
  /** Names that are no functions here, and why: newer than the target version, or of other templates. */
  readonly unavailable: ReadonlyMap<string, string>;
  /** Declared before the text begins: `$labels`, … */
  readonly variables: ReadonlyMap<string, Member>;
  /** The value of dot outside of `range` and `with`. */
  readonly data: TemplateType;
  /** True where `{{ template }}` finds only what the same text defines. */
  readonly closed: boolean;
  readonly link: string;
  /** Examples of Go's keywords and functions with this program's data, where those of rules don't fit. */
  readonly examples: ReadonlyMap<string, string>;
  /** The minor version of Go 1 that the program is built with, which decides about syntax. */
  readonly go: number;
  /**
   * What the dot of a `define` most likely is where no call of it is seen; the first is the most common, the second the
   * most common element of a list.
   */
  readonly shapes: readonly StructType[];
}

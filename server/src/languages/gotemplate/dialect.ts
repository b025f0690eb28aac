import type { TemplateFunction } from './function-info';
import type { Member, TemplateType } from './types';

/** What a program adds to Go's templates: its functions, and the data that it hands to them. */
export interface TemplateDialect {
  readonly program: 'Prometheus' | 'Alertmanager';
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
}

import type { ParseResult } from '../../languages/promql/ast';
import type { TemplateResult } from '../../languages/gotemplate/ast';
import type { MappingNode, ScalarNode, YamlNode } from '../../languages/yaml/nodes';
import type { Region } from '../../text/region';
import type { Span } from '../../text/span';

/**
 * What a rule file says, decoded as Prometheus decodes it. All spans are offsets of the text that was decoded,
 * be it a whole file or one rule alone. Things that hide behind an alias stand at the alias' target.
 */
export interface RuleFileModel {
  readonly fields: readonly FieldEntry[];
  readonly groups: readonly GroupModel[];
}

/** A piece of text with its place in the document. */
export interface NamedSpan {
  /** Decoded: without quotes and escapes. */
  readonly text: string;
  /** As written: with quotes. */
  readonly span: Span;
}

/** One `key: value` of a group or a rule as go-yaml reads it, merged ones included. */
export interface FieldEntry {
  readonly name: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

export interface GroupModel {
  /** Absent where it isn't written, empty or no string. */
  readonly name?: NamedSpan;
  readonly span: Span;
  readonly fields: readonly FieldEntry[];
  readonly interval?: DurationModel;
  readonly queryOffset?: DurationModel;
  readonly limit?: ScalarNode;
  readonly labels: readonly FieldValue[];
  /** The sequence's items that are rules, in order; null entries are skipped, as Prometheus does. */
  readonly rules: readonly RuleModel[];
  readonly node: MappingNode;
}

export type RuleKind = 'alert' | 'record' | 'unknown';

export interface RuleModel {
  /** `unknown` where neither or both of `alert` and `record` are set. */
  readonly kind: RuleKind;
  /** The value of `alert` or `record`. */
  readonly name?: NamedSpan;
  /** The key `alert` or `record`; absent where the kind is unknown. */
  readonly keySpan?: Span;
  /** The whole mapping. */
  readonly span: Span;
  readonly fields: readonly FieldEntry[];
  readonly expr?: ExprModel;
  readonly for?: DurationModel;
  readonly keepFiringFor?: DurationModel;
  readonly labels: readonly FieldValue[];
  readonly annotations: readonly FieldValue[];
  readonly node: MappingNode;
}

export interface DurationModel extends NamedSpan {
  /** Absent where the text is no duration. */
  readonly milliseconds?: number;
}

/**
 * The expression of a rule. Region and parse are made when first asked and kept as long as the model.
 * An expression that isn't written yet has no width, and stands where its text would.
 */
export interface ExprModel {
  readonly node: ScalarNode;
  /** The text that Prometheus parses. */
  readonly text: string;
  region(): Region;
  result(): ParseResult;
}

/** One label or annotation. */
export interface FieldValue {
  readonly name: NamedSpan;
  /** Absent where the value is null or no scalar. */
  readonly value?: ScalarNode;
  /** Empty where the value is null or no scalar. */
  readonly text: string;
  /** The value as a template; absent where Prometheus doesn't read it as one: in recording rules and groups. */
  readonly template?: TemplateModel;
}

/** As `ExprModel`, for a template. */
export interface TemplateModel {
  readonly node: ScalarNode;
  region(): Region;
  result(): TemplateResult;
  /** The PromQL in its strings: what `query`, `graphLink` and `tableLink` are given. In order. */
  queries(): readonly QueryModel[];
}

/** PromQL in a string of a template. */
export interface QueryModel {
  /** The string with its quotes, in the template. */
  readonly span: Span;
  region(): Region;
  result(): ParseResult;
}

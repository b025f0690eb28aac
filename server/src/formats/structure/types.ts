/**
 * The shape of YAML that a Go program decodes into structs, as data. Decoding, completion, hover, symbols, links and the
 * generated documentation of a format all read the same tables.
 */
import type { MappingNode, ScalarNode, SequenceNode, YamlNode } from '../../languages/yaml/nodes';
import type { Finding, Fix, RelatedSpan, Severity, TextEdit } from '../../text/finding';
import type { Span } from '../../text/span';

/** `[major, minor]` of the program that reads the file. */
export type Version = readonly [number, number];

/** A Go struct: a mapping with these fields and no others. */
export interface StructInfo {
  /** Stable and unique in its format, for instance `slack_config`. */
  readonly id: string;
  /** With its article, for messages: `a Slack configuration`. */
  readonly title: string;
  readonly link: string;
  /** A name stands twice where a version gave it another type: the `removed` of one is the `since` of the other. */
  readonly fields: readonly FieldInfo[];
  /** What to write for names that people expect here, in words: `write "text" or "html"`. */
  readonly instead?: Readonly<Record<string, string>>;
  /** What is refused, or regretted, beyond single fields. */
  readonly rules?: readonly StructRule[];
  /** What completion inserts for a whole new one, as a field's `snippet`; its required fields where absent. */
  readonly snippet?: string;
}

export interface FieldInfo {
  readonly name: string;
  readonly type: FieldType;
  /** One line of Markdown. */
  readonly summary: string;
  /** Markdown, what else to know. */
  readonly details?: string;
  /** What holds without it, in words or as YAML in backticks. */
  readonly default?: string;
  /** YAML. */
  readonly example?: string;
  /** The first version that has it; every supported one where absent. */
  readonly since?: Version;
  /** The first version that has it no more. */
  readonly removed?: Version;
  readonly deprecated?: Deprecation;
  /** Refused where it is absent, null or empty. */
  readonly required?: boolean;
  /** Holds something that doesn't belong into a repository; `file` is the field that takes a file with it instead. */
  readonly secret?: { readonly file?: string };
  /** The text is a Go template, executed when a notification is sent. */
  readonly templated?: boolean;
  /** The value names a file, or several by a glob, relative to the document. */
  readonly path?: 'file' | 'glob';
  /** What completion inserts, an LSP snippet; lines after the first are indented relative to it, two spaces a step. */
  readonly snippet?: string;
  /** The struct's where absent. */
  readonly link?: string;
}

export interface Deprecation {
  readonly since: Version;
  /** What to write instead, in a sentence. */
  readonly note: string;
  /** The field that replaces it, where one does. */
  readonly use?: string;
  /** The edits of `text` that put the successor in its place, where it takes something else; none where they can't. */
  readonly convert?: (
    field: DecodedField,
    struct: DecodedStruct,
    text: string,
  ) => readonly TextEdit[] | undefined;
}

export type FieldType =
  | ScalarType
  /** `nullItems`: what a null among the items does to the program. */
  | { readonly kind: 'list'; readonly of: FieldType; readonly nullItems?: 'refused' | 'ignored' }
  | {
      readonly kind: 'map';
      readonly keys?: StringCheck;
      /** What the names are names of, for completion. */
      readonly refers?: Reference;
      /** Names to offer. */
      readonly usual?: readonly ChoiceInfo[];
      readonly values: FieldType;
      readonly templated?: boolean;
      /** As `nullItems`, of its values. */
      readonly nullValues?: 'refused' | 'ignored';
    }
  /** A function, as structs hold each other. `shorthand`: a scalar in its place is taken as the value of this field. */
  | { readonly kind: 'struct'; readonly struct: () => StructInfo; readonly shorthand?: string }
  /** Any YAML at all, for instance JSON to be sent. */
  | { readonly kind: 'any' };

export type ScalarType =
  /** `check` says which strings are taken; `values` are offered (and, when `closed`, all that is taken). */
  | {
      readonly kind: 'string';
      /** A language of its own that the text is written in, besides `templated` fields. */
      readonly language?: 'matchers';
      /** What the text names, for completion: something defined elsewhere in the file or workspace. */
      readonly refers?: Reference;
      readonly check?: StringCheck;
      readonly values?: readonly ChoiceInfo[];
      readonly closed?: boolean;
    }
  | { readonly kind: 'bool' }
  | { readonly kind: 'int'; readonly unsigned?: boolean }
  /** Go's time.Duration: text such as `10s`, or a plain number, which is of nanoseconds. */
  | { readonly kind: 'go-duration' }
  | { readonly kind: 'float' };

export type Reference = 'receiver' | 'time-interval' | 'label' | 'label-value';

/** One value that a field takes. */
export interface ChoiceInfo {
  readonly value: string;
  readonly summary: string;
  readonly since?: Version;
}

/** Which strings a field takes: the reading of one Go type. Formats keep theirs in one file. */
export interface StringCheck {
  /** In words, for hover and completion: `a duration such as 5m`. */
  readonly title: string;
  /** What to offer. */
  readonly examples?: readonly string[];
  /** The Go type reads text only (UnmarshalText), so that it never sees a null, however it is spelled. */
  readonly ignoresNulls?: true;
  /** Undefined for a string that the program takes. */
  fault(text: string, context: CheckContext): StringFault | undefined;
}

/** What decides besides the text itself. */
export interface CheckContext {
  readonly version: Version;
  /** Feature flags of the program that are set, by their own names. */
  readonly features?: ReadonlySet<string>;
}

export interface StringFault {
  /** `area/name` of a code of the format. */
  readonly code: string;
  /** What is wrong and what to write instead. */
  readonly message: string;
  /** What was most likely meant: the whole text, repaired. */
  readonly suggestion?: string;
  /** Other repairs; their edits are of the decoded text. */
  readonly fixes?: readonly Fix[];
  /** Offsets in the decoded text, where a part of it alone is at fault. */
  readonly part?: { readonly from: number; readonly to: number };
  /** Error where absent. */
  readonly severity?: Severity;
}

/**
 * What a struct demands of its fields together. A field is set when it is there and neither null, empty text, an empty
 * list or map, `false` nor 0; a struct is set even when it has no fields.
 */
export type StructRule =
  /** At most one of them is set. */
  | { readonly kind: 'exclusive'; readonly fields: readonly string[]; readonly since?: Version }
  /** At least one of them is set. */
  | { readonly kind: 'one-of'; readonly fields: readonly string[]; readonly since?: Version }
  /** `fields` are set where `field` is. */
  | {
      readonly kind: 'requires';
      readonly field: string;
      readonly fields: readonly string[];
      readonly since?: Version;
    }
  /** Anything else, in code. */
  | { readonly kind: 'custom'; readonly check: (struct: DecodedStruct, report: Report) => void };

/** Reports what a rule of a struct found. */
export interface Report extends CheckContext {
  (fault: RuleFault): void;
}

/** What a rule of a struct found. */
export interface RuleFault extends Omit<StringFault, 'part' | 'suggestion' | 'fixes'> {
  /** Shown at the key of a field, at the whole of a scalar, and at the first key or dash of anything else. */
  readonly at: DecodedField | DecodedNode | Span;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedSpan[];
  readonly tag?: Finding['tag'];
}

/** A mapping that was decoded into a struct. Spans are of the text that was decoded. */
export interface DecodedStruct {
  readonly kind: 'struct';
  readonly info: StructInfo;
  readonly node: MappingNode;
  /** The known fields that are written, merged ones included, null ones too. */
  readonly fields: ReadonlyMap<string, DecodedField>;
  /** True where it may have fields that can't be seen: placeholders of a template language stand among them. */
  readonly isOpen: boolean;
  /** Fields that unknown ones were most likely meant to be; nothing follows from their absence. */
  readonly suspects: ReadonlySet<string>;
}

export interface DecodedField {
  readonly info: FieldInfo;
  readonly keySpan: Span;
  /** As written: an alias is not resolved. */
  readonly node: YamlNode;
  readonly value: DecodedValue;
}

/** `unknown`: filled in later by a template language, or refused and reported, so that nothing follows from it. */
export type DecodedValue = DecodedNode | 'null' | 'unknown';

export type DecodedNode = DecodedStruct | DecodedList | DecodedMap | DecodedScalar | DecodedAny;

export interface DecodedList {
  readonly kind: 'list';
  readonly node: SequenceNode;
  /** One for each item of the node. */
  readonly items: readonly DecodedValue[];
  /** As of a struct: it may have items that can't be seen. */
  readonly isOpen: boolean;
}

export interface DecodedMap {
  readonly kind: 'map';
  readonly node: MappingNode;
  readonly entries: readonly {
    readonly key: ScalarNode;
    readonly name: string;
    readonly value: DecodedValue;
  }[];
}

export interface DecodedScalar {
  readonly kind: 'scalar';
  readonly node: ScalarNode;
  /** As the program gets it. */
  readonly text: string;
  /** Of a `bool`, an `int`, a `float` or, in nanoseconds, a `go-duration` field. */
  readonly parsed?: boolean | number;
}

/** What a field of type `any` holds. */
export interface DecodedAny {
  readonly kind: 'any';
  readonly node: YamlNode;
}

import type { Region } from '../../text/region';
import type { Span } from '../../text/span';

/**
 * What we need of a program's text, the same for every programming language: the values that it writes, as far as they
 * are known without running it. Each language has a front end that makes this of its syntax tree; what libraries
 * mean by it is said by tables elsewhere. Spans are of the file.
 */
export interface CodeFile {
  readonly language: CodeLanguage;
  readonly text: string;
  /** Every call, in document order of where it starts. Decorators and annotations with arguments are calls. */
  readonly calls: readonly CodeCall[];
  /** Every object literal, dictionary or composite literal, nested ones too, in document order. */
  readonly objects: readonly CodeObject[];
  /** Every template with a tag, as `` promql`up` ``. */
  readonly tagged: readonly TaggedString[];
  /** Every string with a comment directly in front of it that may name its language. */
  readonly marked: readonly MarkedString[];
  /** Values of the names that other files can import, without references to this file's tree. `default` for the default. */
  readonly exports: ReadonlyMap<string, CodeValue>;
  /**
   * Modules, as written (`./metrics`, `.names`, `@acme/names`), whose exports were asked for and not known. Grows while
   * values are looked at.
   */
  readonly wanted: ReadonlySet<string>;
}

export type CodeLanguage = 'javascript' | 'python' | 'go';

/** A value as the text writes it. Names of constants are replaced by what the constants are set to. */
export type CodeValue =
  | CodeString
  | CodeNumber
  | CodeBoolean
  | CodeList
  | CodeObject
  | CodeCall
  | CodeName
  | CodeMember
  | CodeInstance
  | CodeUnknown;

interface CodeBase {
  /** Where the value is written: of a constant, at the constant. */
  readonly span: Span;
  /**
   * The module (as in `CodeFile.wanted`) of the file that `span` is of; absent for the file itself. Of a value that this
   * module has from another: both, as each file writes them, with a line break between.
   */
  readonly from?: string;
}

/** A string literal, a template, or strings put together by `+`, `.join`, f-strings, implicit concatenation. */
export interface CodeString extends CodeBase {
  readonly kind: 'string';
  /** Decoded. What isn't known is filled by `x`es, as many as the hole is wide in the file. */
  readonly text: string;
  /** The stretches of `text` that are not known, in order. */
  readonly holes: readonly Span[];
  /** What the program puts into each of `holes`, as far as that is one value: the call of `${encodeURIComponent(q)}`. */
  readonly fills?: readonly (CodeValue | undefined)[];
  /** True when the whole text stands literally in one place, so that `encode` can replace any of it. */
  readonly isLiteral: boolean;
  /** The way from `text` to the file; made when asked for. Text of constants is mapped to where it's put in. */
  region(language: Region['language']): Region;
}

export interface CodeNumber extends CodeBase {
  readonly kind: 'number';
  readonly value: number;
}

export interface CodeBoolean extends CodeBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface CodeList extends CodeBase {
  readonly kind: 'list';
  readonly items: readonly CodeValue[];
  /** True when a spread brings more that is not known. */
  readonly open: boolean;
}

export interface CodeEntry {
  /** Without quotes. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: CodeValue;
}

export interface CodeObject extends CodeBase {
  readonly kind: 'object';
  readonly entries: readonly CodeEntry[];
  /** True when a spread or a computed key brings more that is not known. */
  readonly open: boolean;
  /** The type that the text gives it: `const rule: Rule = {…}`, `{…} satisfies Rule`, Go's `prometheus.CounterOpts{…}`. */
  readonly type?: CodeValue;
}

/** `f(…)`, `new C(…)`. Python's and Go's constructors are calls like any other. */
export interface CodeCall extends CodeBase {
  readonly kind: 'call';
  readonly callee: CodeValue;
  readonly calleeSpan: Span;
  readonly isNew: boolean;
  /** Positional arguments. */
  readonly args: readonly CodeValue[];
  /** Python's keyword arguments. */
  readonly keywords: readonly CodeEntry[];
  /** True when a spread brings arguments that are not known. */
  readonly open: boolean;
}

/** A name that no constant of the file tells the value of: an import, a global, a parameter. */
export interface CodeName extends CodeBase {
  readonly kind: 'name';
  /** As the module calls it; empty for the module itself, or its default (CommonJS makes these one). */
  readonly name: string;
  /** `prom-client`, `./metrics`, `prometheus_client`; absent for what isn't imported. */
  readonly module?: string;
  /** True for what the file declares itself (a parameter, a function): never a global. */
  readonly local?: boolean;
}

/** `object.name`, `object['name']`, where the object's text doesn't tell the value. */
export interface CodeMember extends CodeBase {
  readonly kind: 'member';
  readonly object: CodeValue;
  readonly name: string;
  readonly nameSpan: Span;
}

/** A value that a type annotation gives the class of: `constructor(private prom: PrometheusDriver)`. */
export interface CodeInstance extends CodeBase {
  readonly kind: 'instance';
  readonly of: CodeValue;
  /** Strings of a literal type, `'5m' | '1h'`: the value is one of these. */
  readonly oneOf?: readonly string[];
}

export interface CodeUnknown extends CodeBase {
  readonly kind: 'unknown';
}

export interface TaggedString {
  readonly tag: CodeValue;
  readonly string: CodeString;
}

export interface MarkedString {
  /** The comment's text, without its signs and outer blanks: `promql`, `language=promql`. */
  readonly comment: string;
  readonly string: CodeString;
}

/** What reading a file depends on besides its text. */
export interface CodeSurroundings {
  /** Exports of another file of the workspace, by the module's name as written; undefined where they are not known (yet). */
  exportsOf?(module: string): ReadonlyMap<string, CodeValue> | undefined;
}

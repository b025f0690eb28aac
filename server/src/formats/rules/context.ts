import type { PromqlDialect } from '../../languages/promql/knowledge';
import { DecodeFaults } from '../../languages/yaml/decode';
import type { MappingNode, YamlNode } from '../../languages/yaml/nodes';
import type { Finding, Severity } from '../../text/finding';
import { lastAtOrBefore } from '../../text/line-index';
import type { Span } from '../../text/span';
import type { RuleCodeName } from './codes';
import type { ExprModel, RuleModel, TemplateModel } from './model';
import type { NameValidation } from './names';

/** What decoding needs to know besides the tree. */
export interface RulesContext {
  /** What the tree's spans are offsets of. */
  readonly text: string;
  readonly dialect: PromqlDialect;
  readonly nameValidation: NameValidation;
  /** Stretches that something else fills in later (Helm, Jinja): unknown, never wrong. Ordered, not overlapping. */
  readonly holes?: readonly Span[];
  /** Where YAML can't be read as it stands, and the tree is a guess, which nothing is concluded from. */
  readonly guesses?: readonly Span[];
  /** Makes the model only: expressions and templates aren't parsed until somebody asks the model for them. */
  readonly modelOnly?: boolean;
}

/** Findings that follow from the structure of the tree alone. */
const STRUCTURAL: ReadonlySet<RuleCodeName> = new Set([
  'rules/unknown-field',
  'rules/wrong-type',
  'rules/missing-name',
  'rules/missing-kind',
  'rules/two-kinds',
  'rules/missing-expr',
  'rules/alert-only-field',
]);

/** What belongs to one decoding as a whole. Nodes that several aliases lead to are decoded once. */
class Shared {
  readonly findings = new Map<string, Finding>();
  readonly yaml = new DecodeFaults('v3');
  readonly rules = new Map<MappingNode, RuleModel>();
  readonly exprs = new Map<YamlNode, ExprModel>();
  readonly templates = new Map<YamlNode, TemplateModel>();
  readonly holeStarts: readonly number[];
  readonly guessStarts: readonly number[];

  constructor({ holes = [], guesses = [] }: RulesContext) {
    this.holeStarts = holes.map(({ from }) => from);
    this.guessStarts = guesses.map(({ from }) => from).sort((a, b) => a - b);
  }
}

/** A decoding under way: its context and what it has found so far. */
export class Decoding {
  /** Where go-yaml's own rules report. */
  readonly yaml: DecodeFaults;

  constructor(
    readonly context: RulesContext,
    readonly shared = new Shared(context),
    /** What is being decoded stands where the tree is a guess. */
    readonly isGuess = false,
  ) {
    this.yaml = isGuess ? new DecodeFaults('v3') : shared.yaml;
  }

  /** The same decoding, for what is inside `node`. */
  at({ span }: YamlNode): Decoding {
    const isGuess = this.isGuessed(span);
    return isGuess === this.isGuess ? this : new Decoding(this.context, this.shared, isGuess);
  }

  /** Everything reported, once each. */
  findings(): Finding[] {
    for (const { code, message, span, related } of this.shared.yaml.faults) {
      const first = related && [{ span: related, message: 'the first one' }];
      this.add({ code, message, span, severity: 'error', related: first });
    }
    return [...this.shared.findings.values()];
  }

  report(
    code: RuleCodeName,
    span: Span,
    message: string,
    more: Pick<Finding, 'fixes' | 'related'> & { severity?: Severity } = {},
  ): void {
    if (this.isGuess && STRUCTURAL.has(code)) return;
    this.add({ code, span, message, severity: 'error', ...more });
  }

  add(finding: Finding): void {
    const { code, span } = finding;
    if (this.isUnknown(span)) return;
    this.shared.findings.set(`${code} ${span.from} ${span.to}`, finding);
  }

  /** True where a hole overlaps `span`. */
  isUnknown(span: Span): boolean {
    return this.holesIn(span).length > 0;
  }

  /** The holes that overlap `span`, the last first. */
  holesIn({ from, to }: Span): Span[] {
    const { holes = [] } = this.context;
    const found: Span[] = [];
    for (let index = lastAtOrBefore(this.shared.holeStarts, Math.max(from, to - 1)); ; index--) {
      const hole = holes[index];
      if (!hole || hole.to <= from) return found;
      found.push(hole);
    }
  }

  /** True where a hole stands among the fields of `mapping` or beside it, so that it may have fields that can't be seen. */
  isOpen(mapping: MappingNode): boolean {
    if (this.shared.holeStarts.length === 0) return false;
    return this.holesIn(this.#withBlanks(mapping.span)).some(
      (hole) => !mapping.pairs.some(({ key, value }) => holds(key.span, hole) || holds(value.span, hole)),
    );
  }

  /** `span` with the blanks and holes around it, which may be lines of it. */
  #withBlanks(span: Span): Span {
    const { text } = this.context;
    const isBlank = (at: number): boolean =>
      /\s/.test(text.charAt(at)) || this.isUnknown({ from: at, to: at + 1 });
    let { from, to } = span;
    while (from > 0 && isBlank(from - 1)) from--;
    while (to < text.length && isBlank(to)) to++;
    return { from, to };
  }

  /** True where YAML couldn't be read inside of `span`, or in the line behind it, which may belong to it. */
  isGuessed({ from, to }: Span): boolean {
    const { guessStarts } = this.shared;
    if (guessStarts.length === 0) return false;
    const behind = /\s*.*/y;
    behind.lastIndex = to;
    behind.exec(this.context.text);
    const last = guessStarts[lastAtOrBefore(guessStarts, Math.max(to, behind.lastIndex))];
    return last !== undefined && last >= from;
  }

  /** The scheme by which names are checked; before 3.0 Prometheus had but one. */
  get nameValidation(): NameValidation {
    return this.isSince([3, 0]) ? this.context.nameValidation : 'legacy';
  }

  isSince([major, minor]: readonly [number, number]): boolean {
    const { version } = this.context.dialect;
    return version[0] > major || (version[0] === major && version[1] >= minor);
  }
}

function holds(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

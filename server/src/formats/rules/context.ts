import type { PromqlDialect } from '../../languages/promql/knowledge';
import { DecodeFaults } from '../../languages/yaml/decode';
import type { MappingNode, YamlNode } from '../../languages/yaml/nodes';
import type { Finding, Severity } from '../../text/finding';
import type { Span } from '../../text/span';
import { Unknowns, type UnknownParts } from '../structure/unknowns';
import type { RuleCodeName } from './codes';
import type { ExprModel, RuleModel, TemplateModel } from './model';
import type { NameValidation } from './names';

/** What decoding needs to know besides the tree. */
export interface RulesContext extends UnknownParts {
  /** What the tree's spans are offsets of. */
  readonly text: string;
  readonly dialect: PromqlDialect;
  readonly nameValidation: NameValidation;
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
  readonly unknowns: Unknowns;

  constructor(context: RulesContext) {
    this.unknowns = new Unknowns(context.text, context);
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
    return this.shared.unknowns.isUnknown(span);
  }

  /** The holes that overlap `span`, the last first. */
  holesIn(span: Span): Span[] {
    return this.shared.unknowns.holesIn(span);
  }

  /** True where a hole stands among the fields of `mapping` or beside it, so that it may have fields that can't be seen. */
  isOpen(mapping: MappingNode): boolean {
    return this.shared.unknowns.isOpen(mapping);
  }

  /** True where YAML couldn't be read inside of `span`, or in the line behind it, which may belong to it. */
  isGuessed(span: Span): boolean {
    return this.shared.unknowns.isGuessed(span);
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

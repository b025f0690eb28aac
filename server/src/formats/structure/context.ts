import { DecodeFaults } from '../../languages/yaml/decode';
import type { MappingNode, YamlNode } from '../../languages/yaml/nodes';
import type { Finding, Severity } from '../../text/finding';
import type { Span } from '../../text/span';
import type { CheckContext, DecodedStruct, StructInfo } from './types';
import { Unknowns, type UnknownParts } from './unknowns';

/** What decoding needs to know besides the tree and the tables. */
export interface StructContext extends CheckContext, UnknownParts {
  /** What the tree's spans are offsets of. */
  readonly text: string;
  /** What the codes of findings begin with: `alertmanager` makes `alertmanager/unknown-field`. */
  readonly area: string;
  /** The program that reads the file, for messages: `Alertmanager`. */
  readonly program: string;
  /** What the whole file is decoded into: tells where a misplaced field belongs. */
  readonly root: StructInfo;
}

/** What decoding by tables reports, `area/` in front. */
export type StructCode =
  | 'unknown-field'
  | 'unsupported-field'
  | 'wrong-type'
  | 'missing-field'
  | 'exclusive-fields'
  | 'null-item'
  | 'deprecated-field';

/** Deeper than anyone nests structs; what is below is not looked at. */
const DEEPEST = 200;

/** What belongs to one decoding as a whole. Nodes that several aliases lead to are decoded once. */
class Shared {
  readonly findings = new Map<string, Finding>();
  readonly yaml = new DecodeFaults('v2');
  readonly structs = new Map<StructInfo, Map<MappingNode, DecodedStruct>>();
  readonly unknowns: Unknowns;

  constructor(context: StructContext) {
    this.unknowns = new Unknowns(context.text, context);
  }
}

type More = Pick<Finding, 'fixes' | 'related' | 'tag'> & { readonly severity?: Severity };

/** A decoding under way: its context and what it has found so far. */
export class StructDecoding {
  /** Where go-yaml's own rules report. */
  readonly yaml: DecodeFaults;

  constructor(
    readonly context: StructContext,
    readonly shared = new Shared(context),
    /** What is being decoded stands where the tree is a guess. */
    readonly isGuess = false,
    readonly depth = 0,
  ) {
    this.yaml = isGuess ? new DecodeFaults('v2') : shared.yaml;
  }

  get unknowns(): Unknowns {
    return this.shared.unknowns;
  }

  get isTooDeep(): boolean {
    return this.depth > DEEPEST;
  }

  /** The same decoding, for what is inside `node`. */
  inside({ span }: YamlNode): StructDecoding {
    return new StructDecoding(this.context, this.shared, this.unknowns.isGuessed(span), this.depth + 1);
  }

  /** Everything reported, once each. */
  findings(): Finding[] {
    for (const { code, message, span, related } of this.shared.yaml.faults) {
      const first = related && [{ span: related, message: 'the first one' }];
      this.add({ code, message, span, severity: 'error', related: first });
    }
    return [...this.shared.findings.values()];
  }

  /** Reports what follows from the structure of the tree, unless that is a guess. */
  structural(code: StructCode, span: Span, message: string, more: More = {}): void {
    if (!this.isGuess) {
      this.add({ code: `${this.context.area}/${code}`, span, message, severity: 'error', ...more });
    }
  }

  add(finding: Finding): void {
    const { code, span } = finding;
    if (this.unknowns.isUnknown(span)) return;
    this.shared.findings.set(`${code} ${span.from} ${span.to}`, finding);
  }
}

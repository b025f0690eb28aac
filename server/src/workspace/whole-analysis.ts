import { NameCounts, fileFindings } from '../formats/rules/file-findings';
import { factsOf } from '../formats/rules/facts';
import {
  IDENTITY_MAP,
  documentSlice,
  readNode,
  readRules,
  yamlFinding,
  type ReadRules,
  type ReadSettings,
  type RuleSlice,
} from '../formats/rules/slice';
import { findEmbedded } from '../formats/kubernetes/hosts';
import { swallowedTemplates } from '../formats/kubernetes/swallowed';
import { maskPlaceholders } from '../formats/templated/mask';
import { parseYaml } from '../languages/yaml/parse';
import type { Finding } from '../text/finding';
import { hostSpan, type Region } from '../text/region';
import { touches, type Span } from '../text/span';
import type { TextSource } from '../text/text-buffer';
import type { Analysis, FactChanges, PlacedFacts, PlacedFindings } from './analysis';
import { wholeDocument } from './analysis';

/** One rule file inside the document. */
interface Part extends PlacedFacts, PlacedFindings {
  readonly slice: RuleSlice;
}

/**
 * A document that is read as a whole after each edit: a manifest or Helm values with rule files inside, or any that
 * has placeholders of a template language.
 */
export class WholeAnalysis implements Analysis {
  readonly isDoubtful = false;
  templated: 'helm' | 'jinja' | undefined;
  #parts: readonly Part[] = [];
  #own: readonly Finding[] = [];

  constructor(
    readonly kind: 'rules' | 'embedded',
    private readonly text: TextSource,
    private readonly settings: ReadSettings,
  ) {
    this.#read();
  }

  update(): FactChanges {
    const removed = this.#parts;
    this.#read();
    return { removed, added: this.#parts };
  }

  confirm(): FactChanges {
    return { removed: [], added: [] };
  }

  findings(): PlacedFindings[] {
    return [wholeDocument(this.#own), ...this.#parts];
  }

  facts(): readonly PlacedFacts[] {
    return this.#parts;
  }

  rulesAt(offset: number): RuleSlice | undefined {
    return this.#parts.find(({ slice }) => touches(slice.extent, offset))?.slice;
  }

  rules(): readonly RuleSlice[] {
    return this.#parts.map(({ slice }) => slice);
  }

  #read(): void {
    const source = this.text.slice(0);
    const { text, holes, kind, swallowed } = maskPlaceholders(source);
    this.templated = kind === 'none' ? undefined : kind;
    const settings = { ...this.settings, holes };
    this.#own = swallowedTemplates(source, swallowed);
    if (this.kind === 'rules') {
      const read = readRules(text, settings);
      this.#parts = [part(documentSlice(text, read), this.#trusted(read))];
      return;
    }
    const documents = parseYaml(text, { recover: true });
    if (!this.templated) this.#own = documents.flatMap(({ faults }) => faults.map(yamlFinding));
    this.#parts = findEmbedded(documents, text).map((found) => {
      if ('node' in found) {
        const read = readNode(found.node, text, settings);
        const findings = read.findings.filter((finding) => !isOperators(finding, text));
        return part({ ...documentSlice(text, read), extent: found.node.span }, findings);
      }
      const { region } = found;
      const read = readRules(region.text, { ...settings, holes: holesOf(region, holes) });
      return part(regionSlice(region, read), this.#trusted(read));
    });
  }

  /** Around placeholders, YAML's own faults may be of our making. */
  #trusted({ findings, broken }: ReadRules): readonly Finding[] {
    return this.templated && broken ? findings.filter(({ code }) => !code.startsWith('yaml/')) : findings;
  }
}

function part(slice: RuleSlice, findings: readonly Finding[]): Part {
  const facts = factsOf(slice.model);
  const { map } = slice;
  const whole = fileFindings([{ facts, map: IDENTITY_MAP }], NameCounts.of([facts]));
  return { slice, facts, map, findings: [...findings, ...whole], encode: (edits) => slice.encode(edits) };
}

/** A field that the operator's objects have and rule files don't. */
function isOperators({ code, span }: Finding, text: string): boolean {
  return code === 'rules/unknown-field' && text.slice(span.from, span.to) === 'partial_response_strategy';
}

/** The document's holes that lie in the region, in its offsets. */
function holesOf({ map, text }: Region, holes: readonly Span[]): Span[] {
  const host = hostSpan(map, { from: 0, to: text.length });
  return holes
    .filter(({ from, to }) => from >= host.from && to <= host.to)
    .map(({ from, to }) => ({ from: map.toFragment(from), to: map.toFragment(to) }));
}

/** A rule file in the text of a scalar. */
function regionSlice(region: Region, { root, model }: ReadRules): RuleSlice {
  const { text, map } = region;
  return {
    text,
    root,
    model,
    map,
    extent: hostSpan(map, { from: 0, to: text.length }),
    has: () => true,
    encode: (edits) => region.encode(edits),
  };
}

import { findEmbedded, type Embedded } from '../formats/kubernetes/hosts';
import { swallowedTemplates } from '../formats/kubernetes/swallowed';
import { yamlFinding } from '../formats/rules/slice';
import type { ConfigSlice } from '../formats/alertmanager/slice';
import type { RuleSlice } from '../formats/rules/slice';
import type { TemplateHost } from '../formats/templated/kind';
import { maskPlaceholders } from '../formats/templated/mask';
import { parseYaml } from '../languages/yaml/parse';
import type { Finding } from '../text/finding';
import { touches } from '../text/span';
import type { TextSource } from '../text/text-buffer';
import type { Analysis, FactChanges, PlacedFindings } from './analysis';
import { wholeDocument } from './analysis';
import { configPart, operatorPart, rulesPart, type Part, type PartContext } from './parts';
import type { ReadSettings } from './read-settings';

/**
 * A document that is read as a whole after each edit: a manifest or Helm values with files of ours inside, or any that
 * has placeholders of a template language.
 */
export class WholeAnalysis implements Analysis {
  readonly isDoubtful = false;
  templated: 'helm' | 'jinja' | undefined;
  #parts: readonly Part[] = [];
  #own: readonly Finding[] = [];

  constructor(
    readonly kind: 'rules' | 'alertmanager' | 'embedded',
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

  facts(): readonly Part[] {
    return this.#parts;
  }

  rulesAt(offset: number): RuleSlice | undefined {
    return this.rules().find(({ extent }) => touches(extent, offset));
  }

  rules(): readonly RuleSlice[] {
    return this.#parts.flatMap(({ rules }) => rules ?? []);
  }

  configAt(offset: number): ConfigSlice | undefined {
    return this.configs().find(({ extent }) => touches(extent, offset));
  }

  configs(): readonly ConfigSlice[] {
    return this.#parts.flatMap(({ config }) => config ?? []);
  }

  #read(): void {
    const source = this.text.slice(0);
    const { text, holes, kind, swallowed } = maskPlaceholders(source, hostOf(this.kind, source));
    this.templated = kind === 'none' ? undefined : kind;
    this.#own = swallowedTemplates(source, swallowed);
    const context: PartContext = { text, holes, settings: this.settings, templated: kind !== 'none' };
    if (this.kind !== 'embedded') {
      this.#parts = [
        this.kind === 'rules' ? rulesPart('document', context) : configPart('document', context),
      ];
      return;
    }
    const documents = parseYaml(text, { recover: true });
    if (!this.templated) this.#own = documents.flatMap(({ faults }) => faults.map(yamlFinding));
    this.#parts = findEmbedded(documents, text).map((found) => embeddedPart(found, context));
  }
}

/** Whose templates a document has besides those of a template language. */
function hostOf(kind: WholeAnalysis['kind'], text: string): TemplateHost {
  if (kind !== 'embedded') return kind;
  return /^[ \t]+receivers[ \t]*:/m.test(text) ? 'alertmanager' : 'rules';
}

function embeddedPart(found: Embedded, context: PartContext): Part {
  if (found.of === 'operator') return operatorPart(found, found.api, context);
  return found.of === 'rules' ? rulesPart(found, context) : configPart(found, context);
}

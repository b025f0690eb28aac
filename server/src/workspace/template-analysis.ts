import type { TemplateDialect } from '../languages/gotemplate/dialect';
import type { TemplateResult } from '../languages/gotemplate/ast';
import { templateFacts } from '../languages/gotemplate/facts';
import { parseTemplate } from '../languages/gotemplate/parse';
import { IDENTITY_MAP } from '../formats/rules/slice';
import { templateFileFindings } from '../formats/tmpl/findings';
import type { TextSource } from '../text/text-buffer';
import {
  wholeDocument,
  type Analysis,
  type FactChanges,
  type PlacedFacts,
  type PlacedFindings,
} from './analysis';

/** A file of notification templates; it is read as a whole, as people keep them small. */
export class TemplateAnalysis implements Analysis {
  readonly kind = 'template';
  readonly isDoubtful = false;
  template: TemplateResult;
  /** By which Alertmanager knows the text outside of its definitions. */
  readonly #name: string;
  #facts: readonly PlacedFacts[];

  constructor(
    private readonly text: TextSource,
    readonly dialect: TemplateDialect,
    path: string,
  ) {
    this.#name = path.slice(path.lastIndexOf('/') + 1);
    this.template = parseTemplate(text.slice(0), dialect, this.#name);
    this.#facts = this.#readFacts();
  }

  update(): FactChanges {
    const removed = this.#facts;
    this.template = parseTemplate(this.text.slice(0), this.dialect, this.#name);
    this.#facts = this.#readFacts();
    return { removed, added: this.#facts };
  }

  confirm(): FactChanges {
    return { removed: [], added: [] };
  }

  findings(): PlacedFindings[] {
    return [wholeDocument(templateFileFindings(this.template))];
  }

  facts(): readonly PlacedFacts[] {
    return this.#facts;
  }

  rulesAt(): undefined {
    return undefined;
  }

  rules(): [] {
    return [];
  }

  #readFacts(): PlacedFacts[] {
    return [{ facts: { templates: templateFacts(this.template) }, map: IDENTITY_MAP }];
  }
}

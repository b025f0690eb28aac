import type { TemplateDialect } from '../languages/gotemplate/dialect';
import type { TemplateResult } from '../languages/gotemplate/ast';
import { templateFacts } from '../languages/gotemplate/facts';
import { parseTemplate } from '../languages/gotemplate/parse';
import { IDENTITY_MAP } from '../formats/rules/slice';
import { templateFileFindings } from '../formats/tmpl/findings';
import type { TextSource } from '../text/text-buffer';
import { wholeDocument, type PlacedFacts, type PlacedFindings } from './analysis';
import { RereadAnalysis } from './reread-analysis';

/** A file of notification templates. */
export class TemplateAnalysis extends RereadAnalysis {
  readonly kind = 'template';
  template: TemplateResult;
  /** By which Alertmanager knows the text outside of its definitions. */
  readonly #name: string;
  #facts: readonly PlacedFacts[];

  constructor(
    private readonly text: TextSource,
    readonly dialect: TemplateDialect,
    path: string,
  ) {
    super();
    this.#name = path.slice(path.lastIndexOf('/') + 1);
    this.template = this.#parse();
    this.#facts = this.#readFacts();
  }

  findings(): PlacedFindings[] {
    return [wholeDocument(templateFileFindings(this.template))];
  }

  facts(): readonly PlacedFacts[] {
    return this.#facts;
  }

  protected read(): void {
    this.template = this.#parse();
    this.#facts = this.#readFacts();
  }

  #parse(): TemplateResult {
    return parseTemplate(this.text.slice(0), this.dialect, this.#name);
  }

  #readFacts(): PlacedFacts[] {
    return [{ facts: { templates: templateFacts(this.template) }, map: IDENTITY_MAP }];
  }
}

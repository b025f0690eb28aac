import { adviseOnMetrics } from '../checks/metrics';
import { adviseOnExpr } from '../checks/promql';
import { hostFacts } from '../formats/hosts/facts';
import type { HostReading, HostSettings, ReadHost } from '../formats/hosts/host';
import { HostedTexts, hostedFindings, type HostedFragment } from '../formats/hosts/hosted';
import { IDENTITY_MAP } from '../formats/rules/slice';
import { TextBuffer, type TextSource } from '../text/text-buffer';
import { wholeDocument, type PlacedFacts, type PlacedFindings } from './analysis';
import type { DocumentKind } from './classify';
import { RereadAnalysis } from './reread-analysis';

/** A program, a dashboard, a page of Markdown: a document that isn't ours by itself, but has something for us in it. */
export class HostAnalysis extends RereadAnalysis {
  readonly #texts: HostedTexts;
  host: HostReading;
  fragments: readonly HostedFragment[];
  #facts: readonly PlacedFacts[];

  constructor(
    readonly kind: DocumentKind,
    private readonly text: TextSource,
    private readonly readHost: ReadHost,
    private readonly settings: HostSettings,
  ) {
    super();
    this.#texts = new HostedTexts(settings);
    this.host = readHost(text.slice(0));
    this.fragments = this.#texts.read(this.host.texts);
    this.#facts = this.#readFacts();
  }

  *findings(): Iterable<PlacedFindings> {
    const own = [...this.host.findings, ...adviseOnMetrics(this.host)];
    if (own.length > 0) yield wholeDocument(own);
    for (const fragment of this.fragments) {
      const { region, severity } = fragment.hosted;
      const findings = hostedFindings(fragment);
      if (fragment.language === 'promql' && fragment.result.expr && severity !== 'none') {
        findings.push(...adviseOnExpr(fragment.result.expr));
      }
      if (findings.length > 0) yield { findings, map: region.map, encode: (edits) => region.encode(edits) };
    }
  }

  facts(): readonly PlacedFacts[] {
    return this.#facts;
  }

  reread(text: string): HostAnalysis {
    return new HostAnalysis(this.kind, new TextBuffer(text), this.readHost, this.settings);
  }

  protected read(): void {
    this.host = this.readHost(this.text.slice(0));
    this.fragments = this.#texts.read(this.host.texts);
    this.#facts = this.#readFacts();
  }

  #readFacts(): PlacedFacts[] {
    return [{ facts: hostFacts(this.host, this.fragments), map: IDENTITY_MAP }];
  }
}

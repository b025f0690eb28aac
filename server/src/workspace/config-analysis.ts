import { IncrementalConfig, type ConfigUnit } from '../formats/alertmanager/incremental';
import type { ConfigSettings } from '../formats/alertmanager/read';
import type { ConfigSlice } from '../formats/alertmanager/slice';
import type { Change } from '../text/change';
import type { Span } from '../text/span';
import type { TextSource } from '../text/text-buffer';
import { wholeDocument, type Analysis, type FactChanges, type PlacedFindings } from './analysis';

/** A plain Alertmanager configuration: an edit costs the receiver, route or section that it touches. */
export class ConfigAnalysis implements Analysis {
  readonly kind = 'alertmanager';
  readonly #config: IncrementalConfig;

  constructor(text: TextSource, settings: ConfigSettings) {
    this.#config = new IncrementalConfig(text, settings);
  }

  get isDoubtful(): boolean {
    return this.#config.isDoubtful;
  }

  update(change: Change): FactChanges {
    return this.#config.update(change);
  }

  confirm(): FactChanges {
    return this.#config.confirm();
  }

  *findings(): Iterable<PlacedFindings> {
    for (const unit of this.#config.units()) if (unit.findings.length > 0) yield unit;
    yield wholeDocument(this.#config.fileFindings());
  }

  facts(): readonly ConfigUnit[] {
    return this.#config.units();
  }

  rulesAt(): undefined {
    return undefined;
  }

  rules(): [] {
    return [];
  }

  configAt(offset: number): ConfigSlice {
    return this.#config.sliceAt(offset);
  }

  configs(span?: Span): readonly ConfigSlice[] {
    return span ? this.#config.slicesIn(span) : [this.#config.wholeSlice()];
  }
}

import type { CodeString, CodeValue } from '../../../languages/code/tree';
import type { Region } from '../../../text/region';
import { hostSpan } from '../../../text/region';
import { cover, type Span } from '../../../text/span';
import { variablesIn } from '../../hosts/grafana-variables';
import type { HostedText } from '../../hosts/host';
import { holedRegion } from '../../hosts/regions';
import type { UsedBy } from '../../rules/facts';
import { mayReshape } from './reshape';
import type { TaggedQueries } from './tagged';

export interface TextOptions {
  readonly by: UsedBy;
  readonly language?: 'promql' | 'gotemplate';
  /** True where the program may do something else with the text than to send it as it is. */
  readonly illustrates?: boolean;
}

/** Collects the texts of a file, each once. */
export class HostedTextList {
  readonly #texts: HostedText[] = [];
  readonly #places = new Map<string, HostedText>();

  constructor(private readonly tagged: TaggedQueries) {}

  /** Adds the text that a value is; nothing if it is none, or not known. */
  addValue(value: CodeValue | undefined, options: TextOptions): void {
    const string = this.tagged.textOf(value);
    if (string) this.addString(string, options);
  }

  /**
   * Adds a string's text; one that stands in another file is found there. Gives the text of that place: what was added
   * first stays.
   */
  addString(string: CodeString, options: TextOptions): HostedText | undefined {
    if (string.from !== undefined) return undefined;
    return this.addRegion(string.region(options.language ?? 'promql'), options);
  }

  addRegion(region: Region, { by, illustrates = false }: TextOptions): HostedText | undefined {
    const { map, text, holes = [] } = region;
    if (text !== '' && isUnknown(text, holes)) return undefined;
    const extent = hostSpan(map, { from: 0, to: text.length });
    const place = `${extent.from}-${extent.to}`;
    const known = this.#places.get(place);
    if (known) return known;
    const isSure = !illustrates && !(region.language === 'promql' && mayReshape(text, holes));
    const added: HostedText = {
      region: by.kind === 'panel' ? withVariables(region) : region,
      extent,
      by,
      severity: isSure ? 'error' : 'warning',
    };
    this.#places.set(place, added);
    this.#texts.push(added);
    return added;
  }

  /** In document order. */
  ordered(): HostedText[] {
    return [...this.#texts].sort((a, b) => a.extent.from - b.extent.from || a.extent.to - b.extent.to);
  }
}

/** True when nothing of the text is known but white space. */
function isUnknown(text: string, holes: readonly Span[]): boolean {
  let at = 0;
  for (const { from, to } of holes) {
    if (text.slice(at, from).trim() !== '') return false;
    at = to;
  }
  return holes.length > 0 && text.slice(at).trim() === '';
}

/** With Grafana's variables as holes. */
function withVariables(region: Region): Region {
  const holes: Span[] = [];
  const all = [...(region.holes ?? []), ...variablesIn(region.text)];
  for (const hole of all.sort((a, b) => a.from - b.from)) {
    const last = holes.at(-1);
    if (last && hole.from < last.to) holes[holes.length - 1] = cover(last, hole);
    else holes.push(hole);
  }
  return holedRegion(region, holes);
}

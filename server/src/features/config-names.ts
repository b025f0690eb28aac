import { configNameAt, configOccurrences, type ConfigName } from '../formats/alertmanager/names';
import type { ConfigSlice } from '../formats/alertmanager/slice';
import { hostSpan } from '../text/region';
import { touches, type Span } from '../text/span';
import type { OpenDocument } from '../workspace/document';

/** A receiver, time interval or inhibit rule that is named in a configuration. */
export interface PlacedConfigName extends Pick<ConfigName, 'kind' | 'text'> {
  /** In the document. */
  readonly span: Span;
  /** The whole configuration, in which the name is known. */
  readonly config: ConfigSlice;
}

/** The name at a document offset, where it is defined or where it is used. */
export function configNameHere(document: OpenDocument, offset: number): PlacedConfigName | undefined {
  const { analysis } = document;
  const near = analysis?.configAt?.(offset);
  const name = near && configNameAt(near.model, near.map.toFragment(offset));
  if (!name) return undefined;
  const config = analysis?.configs?.().find(({ extent }) => touches(extent, offset));
  return config && { kind: name.kind, text: name.text, span: hostSpan(near.map, name.span), config };
}

/** Where the name's configuration defines and uses it, in document offsets. */
export function configPlaces(name: PlacedConfigName): { definitions: Span[]; uses: Span[] } {
  const { definitions, uses } = configOccurrences(name.config.model, name);
  const placed = (spans: readonly Span[]): Span[] => spans.map((span) => hostSpan(name.config.map, span));
  return { definitions: placed(definitions), uses: placed(uses) };
}

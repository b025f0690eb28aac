import type { Span } from '../../text/span';

export type JsonNode = JsonString | JsonObject | JsonArray | JsonOther;

export interface JsonString {
  readonly kind: 'string';
  /** With its quotes. */
  readonly span: Span;
  /** Decoded. */
  readonly value: string;
  /** False where the line ends before the closing quote. */
  readonly isClosed: boolean;
}

export interface JsonEntry {
  readonly name: string;
  readonly value: JsonNode;
}

export interface JsonObject {
  readonly kind: 'object';
  readonly span: Span;
  readonly entries: readonly JsonEntry[];
}

export interface JsonArray {
  readonly kind: 'array';
  readonly span: Span;
  readonly items: readonly JsonNode[];
}

/** A number, `true`, `false`, `null`, or a word that is none of them. */
export interface JsonOther {
  readonly kind: 'other';
  readonly span: Span;
}

/** What stands at `path`, a name for each object to go into; the last of equal names counts, as in JSON.parse. */
export function jsonAt(node: JsonNode | undefined, ...path: readonly string[]): JsonNode | undefined {
  return path.reduce<JsonNode | undefined>(
    (at, name) =>
      at?.kind === 'object' ? at.entries.findLast((entry) => entry.name === name)?.value : undefined,
    node,
  );
}

/** The text of the string at `path`. */
export function jsonText(node: JsonNode | undefined, ...path: readonly string[]): string | undefined {
  const at = jsonAt(node, ...path);
  return at?.kind === 'string' ? at.value : undefined;
}

/** The items of the array at `path`; none where there is no array. */
export function jsonItems(node: JsonNode | undefined, ...path: readonly string[]): readonly JsonNode[] {
  const at = jsonAt(node, ...path);
  return at?.kind === 'array' ? at.items : [];
}

/** The values of the object at `path`; none where there is no object. */
export function jsonValues(node: JsonNode | undefined, ...path: readonly string[]): readonly JsonNode[] {
  const at = jsonAt(node, ...path);
  return at?.kind === 'object' ? at.entries.map(({ value }) => value) : [];
}

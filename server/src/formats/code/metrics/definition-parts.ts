import { importedPath, type ImportedPath } from '../../../languages/code/names';
import type {
  CodeCall,
  CodeFile,
  CodeList,
  CodeObject,
  CodeString,
  CodeValue,
} from '../../../languages/code/tree';
import type { Span } from '../../../text/span';
import type { LabelDefinition, LabelSlot, MetricDefinition, WrittenName } from '../../metrics/definition';
import type { Arguments } from './arguments';
import { closedList, innerSpan, knownString, textOf, writtenName } from '../values';

/** What a definition says of a metric's name. */
export type NameParts = Pick<MetricDefinition, 'name' | 'nameSpan' | 'written'>;

/**
 * The name that a known string gives, with `prefix` in front. It stands where the string does; at `place` where that is
 * in another file.
 */
export function nameParts(value: CodeValue | undefined, place: Span, prefix = ''): NameParts | undefined {
  const string = knownString(value);
  if (!string) return undefined;
  const written = writtenName(string);
  return {
    name: prefix + string.text,
    nameSpan: string.from === undefined ? innerSpan(string) : place,
    ...(written && { written: { ...written, prefix: prefix + written.prefix } }),
  };
}

/** `parts` with another end: `ending` in place of the last `cut` characters. */
export function withEnding(parts: NameParts, cut: number, ending: string): NameParts {
  const name = parts.name.slice(0, parts.name.length - cut) + ending;
  const written = parts.written && endingOf(parts.written, cut, ending);
  return { name, nameSpan: parts.nameSpan, ...(written && { written }) };
}

function endingOf(
  { span, prefix, suffix, from }: WrittenName,
  cut: number,
  ending: string,
): WrittenName | undefined {
  if (suffix !== '' || cut >= span.to - span.from) return undefined;
  const written = { span: { from: span.from, to: span.to - cut }, prefix, suffix: ending };
  return from === undefined ? written : { ...written, from };
}

/** A help text: empty where there is none, absent where it isn't known. */
export function helpPart(given: Arguments, name: string): Pick<MetricDefinition, 'help'> {
  const help = given.lacks(name) ? '' : textOf(given.value(name));
  return help === undefined ? {} : { help };
}

/** The labels that a list of strings declares; absent where they are not all known. */
export function labelPart(
  given: Arguments,
  name: string,
  file: CodeFile,
): Pick<MetricDefinition, 'labels' | 'labelSlot'> {
  if (given.lacks(name)) return { labels: [] };
  const list = closedList(given.value(name));
  const labels = list && labelsOf(list);
  if (!labels) return {};
  const labelSlot = list.from === undefined ? slotIn(list, file.text) : undefined;
  return { labels, ...(labelSlot && { labelSlot }) };
}

/** The labels that a closed list names; undefined where one is not known. */
export function labelsOf(list: CodeList): LabelDefinition[] | undefined {
  const labels = list.items.flatMap((item) => {
    const string = knownString(item);
    return string ? [labelOf(string)] : [];
  });
  return labels.length === list.items.length ? labels : undefined;
}

function labelOf(string: CodeString): LabelDefinition {
  const { text: name, from, isLiteral } = string;
  return from === undefined && isLiteral ? { name, span: innerSpan(string) } : { name };
}

/** Where a list takes one more string, written as the last one is. */
function slotIn({ items, span }: CodeList, text: string): LabelSlot | undefined {
  const last = items.at(-1);
  if (!last) {
    return /[\])}]/.test(text.charAt(span.to - 1))
      ? { at: span.to - 1, before: quoteIn(text), after: quoteIn(text) }
      : undefined;
  }
  const quote = text.charAt(last.span.to - 1);
  if (last.from !== undefined || last.span.to > span.to || last.span.from < span.from || !/["'`]/.test(quote))
    return undefined;
  return { at: last.span.to, before: `, ${quote}`, after: quote };
}

/** The quote that the file uses for most; of its beginning. */
export function quoteIn(text: string): string {
  const sample = text.slice(0, 4000);
  return sample.split('"').length > sample.split("'").length ? '"' : "'";
}

/** Where an object takes one more property: a list of strings called `name`. */
export function slotInObject(
  name: string,
  { entries, from }: CodeObject,
  text: string,
): LabelSlot | undefined {
  const [first] = entries;
  if (!first || from !== undefined) return undefined;
  const key = first.nameSpan.from;
  const at = /["']/.test(text.charAt(key - 1)) ? key - 1 : key;
  const quote = quoteIn(text);
  return { at, before: `${name}: [${quote}`, after: `${quote}], ` };
}

/** Where a call takes one more keyword argument: a list of strings called `name`. */
export function slotInCall(name: string, { span, from }: CodeCall, text: string): LabelSlot | undefined {
  const at = span.to - 1;
  if (from !== undefined || text.charAt(at) !== ')') return undefined;
  const before = /,\s*$/.test(text.slice(Math.max(0, at - 100), at)) ? '' : ', ';
  const quote = quoteIn(text);
  return { at, before: `${before}${name}=[${quote}`, after: `${quote}]` };
}

/**
 * Which registry a metric is put into: what is made in one place of the text, or imported by one name, is one. An
 * object's own is not known to be: each test may have a new one.
 * @param isDefault true of the library's own
 */
export function registryPart(
  registry: CodeValue | undefined,
  file: CodeFile,
  isDefault: (path: ImportedPath) => boolean,
): Pick<MetricDefinition, 'registry'> {
  const path = registry && importedPath(registry);
  if (path) return isDefault(path) ? {} : { registry: `${path.module} ${path.path.join('.')}` };
  const isMadeOnce = registry?.kind === 'call' && registry.from === undefined && !isOwn(registry, file);
  return { registry: isMadeOnce ? String(registry.span.from) : '?' };
}

/** True for what an attribute of an object is set to: `self.registry = CollectorRegistry()`. */
function isOwn({ span }: CodeValue, { text }: CodeFile): boolean {
  return /\b(?:self|this)\.\w+\s*=\s*$/.test(text.slice(Math.max(0, span.from - 100), span.from));
}

/** The numbers of a list, a last infinity left out; undefined where one isn't known. */
export function numbersOf(value: CodeValue | undefined, file: CodeFile): number[] | undefined {
  const list = closedList(value);
  if (!list) return undefined;
  const last = list.items.at(-1);
  const items = last && isInfinity(last, file) ? list.items.slice(0, -1) : list.items;
  const numbers = items.flatMap((item) => (item.kind === 'number' ? [item.value] : []));
  return numbers.length === items.length ? numbers : undefined;
}

/** `Infinity`, `float('inf')`, `INF`, `math.Inf(1)`. */
function isInfinity(value: CodeValue, { text }: CodeFile): boolean {
  if (value.kind === 'number') return value.value === Infinity;
  if (value.kind === 'string') return value.text === '+Inf' || value.text === 'inf';
  return value.from === undefined && /\binf(?:inity)?\b/i.test(text.slice(value.span.from, value.span.to));
}

/** The stretch of a list's items, if all of them are written there; for what replaces them. */
export function itemsSpan(value: CodeValue | undefined): Span | undefined {
  const list = closedList(value);
  const first = list?.items[0];
  const last = list?.items.at(-1);
  if (!list || !first || !last) return undefined;
  const { span, items, from } = list;
  const isInside = items.every(
    (item) => item.from === undefined && item.span.from >= span.from && item.span.to <= span.to,
  );
  return from === undefined && isInside ? { from: first.span.from, to: last.span.to } : undefined;
}

/** Buckets that grow by `width`. */
export function linearBuckets([start, width, count]: readonly (number | undefined)[]): number[] | undefined {
  return bounds(start, count, (bound) => (width === undefined ? NaN : bound + width));
}

/** Buckets that grow by `factor`. */
export function exponentialBuckets([start, factor, count]: readonly (number | undefined)[]):
  number[] | undefined {
  return bounds(start, count, (bound) => (factor === undefined ? NaN : bound * factor));
}

/** `count` buckets from `min` to `max`, each as many times the one before. */
export function bucketsOfRange([min, max, count]: readonly (number | undefined)[]): number[] | undefined {
  if (min === undefined || max === undefined || count === undefined) return undefined;
  return exponentialBuckets([min, (max / min) ** (1 / (count - 1)), count]);
}

const MOST_BUCKETS = 1000;

function bounds(
  start: number | undefined,
  count: number | undefined,
  next: (bound: number) => number,
): number[] | undefined {
  if (start === undefined || count === undefined || !(count >= 1 && count <= MOST_BUCKETS)) return undefined;
  const buckets: number[] = [];
  for (let bound = start; buckets.length < count; bound = next(bound))
    buckets.push(Number(bound.toPrecision(12)));
  return buckets.some(Number.isNaN) ? undefined : buckets;
}

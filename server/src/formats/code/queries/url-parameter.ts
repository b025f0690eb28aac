import { applyEdits } from '../../../languages/yaml/edits';
import type { TextEdit } from '../../../text/finding';
import { nested, type Refusal, type Region } from '../../../text/region';
import { RunMap, type Run } from '../../../text/run-map';
import { shift, type Span } from '../../../text/span';

/** A parameter in the query of a URL. Offsets are of the URL's text. */
export interface UrlParameter {
  /** Decoded. */
  readonly name: string;
  /** The value as it stands there. */
  readonly span: Span;
}

/**
 * The parameters of a URL, in order. What is not known of the URL may hold any sign, but is taken for a part of what it
 * stands in.
 * @param holes the stretches of `url` that are not known
 */
export function urlParameters(url: string, holes: readonly Span[]): UrlParameter[] {
  const isHole = (offset: number): boolean => holes.some(({ from, to }) => from <= offset && offset < to);
  const start = url.indexOf('?');
  if (start < 0 || isHole(start)) return [];
  const hash = url.indexOf('#', start);
  const end = hash < 0 ? url.length : hash;
  const parameters: UrlParameter[] = [];
  let from = start + 1;
  for (const pair of url.slice(from, end).split('&')) {
    const equals = pair.indexOf('=');
    if (equals >= 0) {
      const name = textOf(decodeStretches(pair.slice(0, equals), []));
      parameters.push({ name, span: { from: from + equals + 1, to: from + pair.length } });
    }
    from += pair.length + 1;
  }
  return parameters;
}

/**
 * The value of a URL's parameter as PromQL: decoded, and edits of it encoded as the rest of it is.
 * @param url the URL's text as a region of the file
 * @param span the value in the URL's text
 */
export function parameterRegion(url: Region, span: Span): Region {
  const raw = url.text.slice(span.from, span.to);
  const inside = (url.holes ?? [])
    .filter(({ from, to }) => from >= span.from && to <= span.to)
    .map((hole) => shift(hole, -span.from));
  const stretches = decodeStretches(raw, inside);
  const map = new RunMap(stretches.map((stretch) => ({ ...stretch, host: span.from + stretch.host })));
  const holes = stretches.flatMap(({ fragment, text, isHole }) =>
    isHole ? { from: fragment, to: fragment + text.length } : [],
  );
  const text = textOf(stretches);
  const write = encoderLike(raw);
  const encode = (edits: readonly TextEdit[]): TextEdit[] | Refusal => {
    const encoded = edits.map(({ span: edited, newText }) => {
      const to = map.toHost(edited.to, 'end');
      const from = edited.from === edited.to ? to : map.toHost(edited.from);
      return { span: { from, to }, newText: write(newText) };
    });
    const written = decodeStretches(applyEdits(raw, encoded, span.from), []);
    return textOf(written) === applyEdits(text, edits)
      ? encoded
      : { refused: 'a parameter of a URL cannot hold it' };
  };
  return nested({ language: 'promql', text, map, holes, encode }, url);
}

/** A stretch of a parameter's value, as it is decoded; `host` is in the value. */
interface Stretch extends Run {
  readonly text: string;
  readonly isHole: boolean;
}

/** How `application/x-www-form-urlencoded` is read (https://url.spec.whatwg.org/#urlencoded-parsing). */
function decodeStretches(raw: string, holes: readonly Span[]): Stretch[] {
  const stretches: Stretch[] = [];
  let fragment = 0;
  const add = (from: number, to: number, text: string, exact: boolean, isHole = false): void => {
    // An empty value has a stretch too: it is a place where text can be put.
    if (to === from && stretches.length > 0) return;
    stretches.push({ fragment, length: text.length, host: from, hostLength: to - from, exact, text, isHole });
    fragment += text.length;
  };
  const addKnown = (start: number, end: number): void => {
    let at = start;
    for (const { 0: code, index } of raw.slice(start, end).matchAll(/\+|(?:%[0-9A-Fa-f]{2})+/g)) {
      const from = start + index;
      add(at, from, raw.slice(at, from), true);
      if (code === '+') add(from, from + 1, ' ', false);
      else
        for (const { bytes, text } of decodeBytes(code)) add(from + bytes.from, from + bytes.to, text, false);
      at = from + code.length;
    }
    add(at, end, raw.slice(at, end), true);
  };
  let at = 0;
  for (const { from, to } of holes) {
    addKnown(at, from);
    add(from, to, raw.slice(from, to), true, true);
    at = to;
  }
  addKnown(at, raw.length);
  return stretches;
}

function textOf(stretches: readonly Stretch[]): string {
  return stretches.map(({ text }) => text).join('');
}

/** The characters of a run of percent-encoded bytes, each with the codes that it is made of. */
function decodeBytes(code: string): { bytes: Span; text: string }[] {
  const decoded: { bytes: Span; text: string }[] = [];
  for (let at = 0; at < code.length;) {
    const first = parseInt(code.slice(at + 1, at + 3), 16);
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const whole = code.slice(at, at + 3 * length);
    const text = decodeWhole(whole);
    const to = at + (text === undefined ? 3 : whole.length);
    decoded.push({ bytes: { from: at, to }, text: text ?? '\ufffd' });
    at = to;
  }
  return decoded;
}

function decodeWhole(code: string): string | undefined {
  try {
    return decodeURIComponent(code);
  } catch {
    return undefined;
  }
}

/**
 * How text is written into a parameter whose value is `raw`. Who wrote braces and quotes as they are goes on to do so
 * (`fetch` and others encode them); what has a meaning in a URL is encoded in any case.
 */
function encoderLike(raw: string): (text: string) => string {
  const isBare = /[^\w.~!*'()%+-]/.test(raw);
  const space = raw.includes(' ') ? ' ' : raw.includes('+') ? '+' : '%20';
  return (text) =>
    (isBare ? text.replace(/[%&#+\p{Cc}]/gu, encodeURIComponent) : encodeWellFormed(text)).replace(
      / |%20/g,
      space,
    );
}

/** Half of a surrogate pair, which has no encoding, becomes the character that stands for the unreadable. */
function encodeWellFormed(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}

import type { Region } from '../../text/region';
import { RunMap } from '../../text/run-map';
import type { Span } from '../../text/span';
import { encodeEdits } from './string-encode';
import type { StringPart } from './string-parts';
import { assemble } from './string-runs';
import type { Assembly } from './string-runs';
import type { CodeString, CodeValue } from './tree';

export type { Escape, LiteralPart, Notation, StringPart } from './string-parts';

/** Longest text of a constant that is put into another, and the longest that all of them may have in one string. */
const LONGEST_PUT = 4_000;
const LONGEST_PUTS = 20_000;

/**
 * The string value that `parts` make, written at `span`. They are made when they are first needed, if given as a
 * function. Texts of constants that would make it grow out of proportion are holes in it.
 */
export function codeString(
  span: Span,
  parts: readonly StringPart[] | (() => readonly StringPart[]),
): CodeString {
  return new PartsString(span, parts);
}

/** What a string made by `codeString` is put together of. */
export function partsOf(string: CodeString): readonly StringPart[] {
  return string instanceof PartsString ? string.parts : [];
}

/** `string` in another place: as an importing file sees it, with `from`. Keeps nothing of the file's text but its own. */
export function detachedString(string: CodeString, from: string | undefined): CodeString {
  if (!(string instanceof PartsString)) return from === undefined ? string : { ...string, from };
  const parts = string.parts.map((part) => {
    if (part.kind === 'literal') return { ...part, raw: copyOf(part.raw) };
    const { span } = part;
    return part.kind === 'put'
      ? { kind: part.kind, span, text: copyOf(part.text), holes: part.holes }
      : { kind: part.kind, span };
  });
  return new PartsString(string.span, parts, from);
}

/** An equal string that doesn't keep alive the long one it was cut from. */
function copyOf(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}

function boundPuts(parts: readonly StringPart[]): readonly StringPart[] {
  let left = LONGEST_PUTS;
  return parts.map((part) => {
    if (part.kind !== 'put') return part;
    left -= part.text.length;
    return part.text.length > LONGEST_PUT || left < 0 ? { kind: 'hole', span: part.span } : part;
  });
}

class PartsString implements CodeString {
  readonly kind = 'string';
  readonly from?: string;
  private known: readonly StringPart[] | undefined;
  private assembled: Assembly | undefined;

  constructor(
    readonly span: Span,
    private readonly given: readonly StringPart[] | (() => readonly StringPart[]),
    from?: string,
  ) {
    if (from !== undefined) this.from = from;
  }

  get parts(): readonly StringPart[] {
    if (!this.known) {
      // What is put into it may be itself, and is not known then: `` text = `${text}, more` ``.
      this.known = [{ kind: 'hole', span: this.span }];
      this.known = boundPuts(typeof this.given === 'function' ? this.given() : this.given);
      this.assembled = undefined;
    }
    return this.known;
  }

  get isLiteral(): boolean {
    return this.parts.length === 1 && this.parts[0]?.kind === 'literal';
  }

  get text(): string {
    return this.assembly().text;
  }

  get holes(): readonly Span[] {
    return this.assembly().holes;
  }

  get fills(): readonly (CodeValue | undefined)[] {
    return this.assembly().fills;
  }

  region(language: Region['language']): Region {
    const { text, holes, runs } = this.assembly();
    return {
      language,
      text,
      holes,
      map: new RunMap(runs),
      encode: (edits) => encodeEdits(this.parts, text, runs, edits),
    };
  }

  private assembly(): Assembly {
    return (this.assembled ??= assemble(this.parts));
  }
}

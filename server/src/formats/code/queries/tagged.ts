import type { CodeFile, CodeString, CodeValue } from '../../../languages/code/tree';

/** The templates of a file whose tag says that they are PromQL. */
export class TaggedQueries {
  readonly strings: readonly CodeString[];
  readonly #byEnd: ReadonlyMap<number, CodeString>;

  constructor({ tagged, text }: CodeFile, tags: readonly string[]) {
    this.strings = tagged.flatMap(({ tag, string }) =>
      tags.includes(lastName(tag)) || tags.includes(writtenName(text, string)) ? [string] : [],
    );
    this.#byEnd = new Map(this.strings.map((string) => [string.span.to, string]));
  }

  /** The text that `value` is: what a tag makes of a template is not known, but the template is. */
  textOf(value: CodeValue | undefined): CodeString | undefined {
    if (value?.kind === 'string') return value;
    if (value?.kind !== 'unknown' || value.from !== undefined) return undefined;
    const string = this.#byEnd.get(value.span.to);
    return string && string.span.from >= value.span.from ? string : undefined;
  }
}

function lastName(tag: CodeValue): string {
  return tag.kind === 'name' || tag.kind === 'member' ? tag.name : '';
}

/** The name directly in front of a template, which an import may have made another. */
function writtenName(text: string, { span }: CodeString): string {
  const before = text.slice(Math.max(0, span.from - LONGEST_TAG), span.from);
  return /[\p{L}\p{N}_$]+$/u.exec(before)?.[0] ?? '';
}

const LONGEST_TAG = 100;

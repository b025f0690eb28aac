/** A word for capitalising: letters, marks, digits and underscores; one dot, quote or the like inside of it. */
const WORD =
  /[\p{L}\p{M}\p{N}_]+(?:['’.·:](?=\p{L})(?<=\p{L}['’.·:])[\p{L}\p{M}\p{N}_]+|[',.;](?=\p{N})(?<=\p{N}[',.;])[\p{L}\p{M}\p{N}_]+)*/gu;

/** Each word with its first letter as a capital and the others small (x/text `cases.Title` for English). */
export function titleCase(text: string): string {
  return text.replace(WORD, (word) => {
    const start = word.search(/\p{Cased_Letter}/u);
    if (start < 0) return word;
    const first = String.fromCodePoint(word.codePointAt(start) ?? 0);
    const [capital = '', ...more] = first.toUpperCase();
    // One letter may become two: ß.
    const small = `${more.join('')}${word.slice(start + first.length)}`.toLowerCase();
    return word.slice(0, start) + capital + small;
  });
}

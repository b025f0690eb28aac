import { pick, type Random } from './seeded-random';

export const LINE_WITH_KEY = /^( *(?:- +)*)((?:"[^"]*"|'[^']*'|[\w.-]+))(\s*:)(\s.*)?$/;

export type Mutation = (lines: string[], random: Random) => string[] | string | undefined;

/** Applies `change` to a random line for which it gives a result. */
export function onALine(change: (line: string, random: Random) => string | undefined): Mutation {
  return (lines, random) => {
    const changed = lines.flatMap((line, index) => {
      const text = change(line, random);
      return text === undefined || text === line ? [] : [{ index, text }];
    });
    if (changed.length === 0) return undefined;
    const { index, text } = pick(random, changed);
    return lines.toSpliced(index, 1, text);
  };
}

/** Gives a random field with one of these keys another value, in place of all its lines. */
export function onAValue(
  keys: RegExp,
  change: (value: string, random: Random) => string | undefined,
): Mutation {
  return (lines, random) => {
    const changed = lines.flatMap((line, index) => {
      const match = LINE_WITH_KEY.exec(line);
      const [, lead = '', key = '', colon = '', value = ''] = match ?? [];
      const text = match && keys.test(key) ? change(value.trim(), random) : undefined;
      return text === undefined ? [] : [{ index, text: `${lead}${key}${colon} ${text}` }];
    });
    if (changed.length === 0) return undefined;
    const { index, text } = pick(random, changed);
    return lines.toSpliced(index, blockAt(lines, index).length, text);
  };
}

/** The line at `index` with the deeper ones below it. */
export function blockAt(lines: readonly string[], index: number): string[] {
  const indent = (line: string): number => line.search(/\S/);
  const first = lines[index] ?? '';
  const column = /^ *(?:- +)?/.exec(first)?.[0].length ?? 0;
  let end = index + 1;
  while (end < lines.length && (lines[end]?.trim() === '' || indent(lines[end] ?? '') >= Math.max(1, column)))
    end++;
  return lines.slice(index, end);
}

export function anyLine(lines: readonly string[], random: Random, form = /\S/): number | undefined {
  const indexes = lines.flatMap((line, index) => (form.test(line) ? [index] : []));
  return indexes.length === 0 ? undefined : pick(random, indexes);
}

export function editWord(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  return pick(random, [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.slice(at, at + 1) + word.slice(at),
    word.slice(0, at) + pick(random, Array.from('aeiou_S')) + word.slice(at + 1),
    word.toUpperCase(),
  ]);
}

export function quotedAs(style: 'single' | 'double', value: string): string {
  const inner = value.replace(/^(["'])(.*)\1$/, '$2');
  return style === 'single' ? `'${inner.replaceAll("'", "''")}'` : JSON.stringify(inner);
}

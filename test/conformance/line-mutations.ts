import { anyLine, blockAt, editWord, LINE_WITH_KEY, onALine, type Mutation } from './mutation-tools';
import { fieldNames, otherKeys, values, durations, expressions } from './mutation-values';
import { pick } from './seeded-random';

/** Lines and fields that are missing, repeated, moved or added. */
export const lineMutations: Readonly<Record<string, Mutation>> = {
  'drop a line': (lines, random) => {
    const index = anyLine(lines, random);
    return index === undefined ? undefined : lines.toSpliced(index, 1);
  },
  'drop a field': (lines, random) => {
    const index = anyLine(lines, random, LINE_WITH_KEY);
    return index === undefined ? undefined : lines.toSpliced(index, blockAt(lines, index).length);
  },
  'repeat a line': (lines, random) => {
    const index = anyLine(lines, random);
    return index === undefined ? undefined : lines.toSpliced(index, 0, lines[index] ?? '');
  },
  'repeat a field or item': (lines, random) => {
    const index = anyLine(lines, random, /^ *(- )|:/);
    return index === undefined ? undefined : lines.toSpliced(index, 0, ...blockAt(lines, index));
  },
  'swap lines': (lines, random) => {
    const index = anyLine(lines.slice(0, -1), random);
    if (index === undefined) return undefined;
    return lines.toSpliced(index, 2, lines[index + 1] ?? '', lines[index] ?? '');
  },
  'misspell a key': onALine((line, random) =>
    line.replace(LINE_WITH_KEY, (_, lead: string, key: string, colon: string, value: string | undefined) => {
      return `${lead}${editWord(key, random)}${colon}${value ?? ''}`;
    }),
  ),
  'another key': onALine((line, random) =>
    line.replace(LINE_WITH_KEY, (_, lead: string, _key: string, colon: string, value: string | undefined) => {
      return `${lead}${pick(random, otherKeys)}${colon}${value ?? ''}`;
    }),
  ),
  'an added field': (lines, random) => {
    const index = anyLine(lines, random, LINE_WITH_KEY);
    if (index === undefined) return undefined;
    const lead = (LINE_WITH_KEY.exec(lines[index] ?? '')?.[1] ?? '').replaceAll('-', ' ');
    const value = pick(random, pick(random, [values, durations, expressions]));
    return lines.toSpliced(index + 1, 0, `${lead}${pick(random, [...fieldNames, ...otherKeys])}: ${value}`);
  },
};

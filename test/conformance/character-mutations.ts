import { type Mutation } from './mutation-tools';
import { characters } from './mutation-values';
import { pick } from './seeded-random';

/** Single characters, wherever they stand. */
export const characterMutations: Readonly<Record<string, Mutation>> = {
  'a character less': (lines, random) => {
    const text = lines.join('\n');
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + text.slice(at + 1);
  },
  'a character more': (lines, random) => {
    const text = lines.join('\n');
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + pick(random, characters) + text.slice(at);
  },
  'another character': (lines, random) => {
    const text = lines.join('\n');
    const at = Math.floor(random() * text.length);
    return text.slice(0, at) + pick(random, characters) + text.slice(at + 1);
  },
  'an end too early': (lines, random) => {
    const text = lines.join('\n');
    return text.slice(0, Math.floor(random() * text.length));
  },
};

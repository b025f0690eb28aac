/** Seeded faults for rule files. Each makes one small change that a person or a tool might make. */

import { characterMutations } from './character-mutations';
import { lineMutations } from './line-mutations';
import { pick, seededRandom } from './seeded-random';
import { valueMutations } from './value-mutations';
import { yamlMutations } from './yaml-mutations';

export interface Mutant {
  /** The mutation's name. */
  readonly mutation: string;
  readonly text: string;
}

const mutations = { ...lineMutations, ...valueMutations, ...yamlMutations, ...characterMutations };

/** `count` mutants of the texts, about equally many of each mutation; the same ones for the same seed. */
export function mutants(texts: readonly string[], count: number, seed: number): Mutant[] {
  const random = seededRandom(seed);
  const names = Object.keys(mutations);
  const made: Mutant[] = [];
  for (let turn = 0; made.length < count; turn++) {
    const mutation = names[turn % names.length] ?? '';
    const lines = pick(random, texts).split('\n');
    const result = mutations[mutation]?.(lines, random);
    if (result !== undefined) {
      made.push({ mutation, text: Array.isArray(result) ? result.join('\n') : result });
    }
  }
  return made;
}

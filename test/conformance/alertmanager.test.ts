import { readdirSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { checkConfigs, differences, errorsIn } from './alertmanager-oracle';
import { structureSeeds } from './alertmanager-seeds';
import { mutants } from './rule-mutations';
import { render, variants } from './tree-mutations';

/** The same verdict as `amtool check-config`, file by file. */

const folder = new URL('../corpus/alertmanager/', import.meta.url);
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => ({ title: name, text: readFileSync(new URL(name, folder), 'utf8') }));

/** How many mutants of the examples' text are made, and from which seed; more of them now and then find more. */
const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 1000);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_125);

/** Every part of every field is dropped, misspelt and replaced by each kind of value: thousands of files. */
const changes = Object.entries(structureSeeds).map(([name, seed]) => [name, variants(seed)] as const);

describe('amtool check-config', () => {
  it('has our verdict on its own examples', () => {
    expect(corpus.length).toBeGreaterThan(40);
    expect(differences(corpus)).toEqual([]);
  });

  it('accepts the seeds, and so do we', () => {
    const seeds = Object.entries(structureSeeds).map(([title, tree]) => ({ title, text: render(tree) }));
    const verdicts = checkConfigs(seeds.map(({ text }) => text));
    const refused = seeds.flatMap(({ title, text }, index) =>
      verdicts[index]?.accepted
        ? errorsIn(text).map((error) => `${title}: ${error}`)
        : [`${title}: ${verdicts[index]?.message ?? ''}`],
    );
    expect(refused).toEqual([]);
  });

  it('is asked about thousands of changes', () => {
    expect(changes.flatMap(([, files]) => files).length).toBeGreaterThan(5000);
  });

  it.each(changes)('has our verdict on every change of %s', async (_, files) => {
    await setImmediate();
    expect(differences(files)).toEqual([]);
  });

  it('has our verdict on faults in the text of its examples', () => {
    const texts = corpus.map(({ text }) => text);
    const files = mutants(texts, COUNT, SEED).map(({ mutation, text }) => ({ title: mutation, text }));
    expect(differences(files)).toEqual([]);
  });
});

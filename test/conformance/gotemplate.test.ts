import { expect, it } from 'vitest';
import { lintTemplate } from '../../server/src/languages/gotemplate/lint';
import { parseTemplate } from '../../server/src/languages/gotemplate/parse';
import { prometheusTemplates } from '../../server/src/languages/gotemplate/prometheus';
import { runnable, template } from './gotemplate-mutations';
import { expansions, refusals } from './gotemplate-promtool';
import { seededRandom } from './seeded-random';

/** The installed promtool is 3.5. */
const dialect = prometheusTemplates([3, 5]);

/** How many templates are made, and from which seed; more of them now and then find more. */
const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 2000);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_124);

function made(make: (random: () => number) => string, count: number): string[] {
  const random = seededRandom(SEED);
  return [...new Set(Array.from({ length: count }, () => make(random)))];
}

it('refuses what promtool refuses', () => {
  const templates = made(template, COUNT);
  const theirs = refusals(templates);
  const differences = templates.flatMap((text, index) => {
    const ours = parseTemplate(text, dialect, '__alert_A').faults.map(({ message }) => message);
    const refused = theirs[index];
    return ours.length > 0 === (refused !== undefined) ? [] : [{ text, ours, theirs: refused ?? 'accepted' }];
  });
  expect(differences).toEqual([]);
  const share = theirs.filter((refused) => refused !== undefined).length / templates.length;
  expect(share).toBeGreaterThan(0.3);
  expect(share).toBeLessThan(0.8);
});

it('counts parentheses as promtool does', () => {
  const nested = (depth: number): string => `{{ ${'('.repeat(depth)}1${')'.repeat(depth)} }}`;
  const templates = [nested(10_000), nested(10_001)];
  expect(refusals(templates).map((refused) => refused === undefined)).toEqual([true, false]);
  expect(templates.map((text) => parseTemplate(text, dialect).faults.length)).toEqual([0, 1]);
});

it('warns of nothing that works when the alert fires', () => {
  const warned = made(runnable, Math.ceil(COUNT / 10)).filter((text) => {
    const result = parseTemplate(text, dialect);
    return result.faults.length === 0 && lintTemplate(result).length > 0;
  });
  const expanded = expansions(warned);
  const working = warned.filter((_, index) => !/<error expanding|%!/.test(expanded[index] ?? ''));
  expect(working).toEqual([]);
  expect(warned.length).toBeGreaterThan(50);
});

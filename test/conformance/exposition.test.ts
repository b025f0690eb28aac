import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { readExposition } from '../../server/src/formats/exposition/read';
import { ExpositionReader } from '../../server/src/formats/exposition/reader';
import { strictRefusal } from '../../server/src/formats/exposition/strict';
import { DEFAULT_DIALECT } from '../../server/src/languages/promql/dialect';
import { oracle } from '../support/oracles';
import { mutated, PAGES } from './exposition-pages';
import { scrapeErrors, type Page } from './exposition-prometheus';
import { seededRandom } from './seeded-random';

/**
 * Mutations of the page for promtool, which is started for each: 120 take about 20 s. By hand, 500 were run without a
 * difference. Prometheus scrapes all of its pages with one start, so that it is given more.
 */
const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 120);
const SCRAPED = COUNT + 80;
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_125);

/** Pages with mutations, no two alike. */
function mutations(page: string, count: number): string[] {
  const random = seededRandom(SEED);
  const texts = new Set<string>();
  while (texts.size < count) texts.add(mutated(page, random));
  return [...texts];
}

/** What `promtool check metrics` can't read of a page; what promlint says of it doesn't count. */
async function promtoolRefusal(text: string): Promise<string | undefined> {
  const run = spawn(oracle('promtool'), ['check', 'metrics'], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  run.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  // It may give up before it has read everything.
  run.stdin.on('error', () => undefined).end(text);
  const [status] = (await once(run, 'close')) as [number | null];
  return status === 0 || status === 3 ? undefined : said;
}

/** This version of promtool wants names to be valid in the old way here; newer ones take any. */
const OLD_NAMES = /invalid (?:metric|label) name "[^"]/;

describe('pages of samples', () => {
  it('are refused by the strict reader as by promtool', { timeout: 1_800_000 }, async () => {
    const page = PAGES.text.replace(/^\{.*\n/m, '');
    const wrong: unknown[] = [];
    for (const text of [page, ...mutations(page, COUNT)]) {
      const theirs = await promtoolRefusal(text);
      const ours = strictRefusal(text)?.message;
      const agrees = (theirs === undefined) === (ours === undefined);
      if (!agrees && !OLD_NAMES.test(theirs ?? '')) wrong.push({ theirs, ours, text });
    }
    expect(wrong).toEqual([]);
  });

  it('have faults where Prometheus refuses to scrape them', { timeout: 300_000 }, async () => {
    const pages: Page[] = [
      ...[PAGES.text, ...mutations(PAGES.text, SCRAPED)].map((text) => ({ text, format: 'text' as const })),
      ...[PAGES.openmetrics, ...mutations(PAGES.openmetrics, SCRAPED)].map((text) => ({
        text,
        format: 'openmetrics' as const,
      })),
    ];
    const errors = await scrapeErrors(pages);
    const wrong = pages.flatMap(({ text, format }, index) => {
      const fault = [...new ExpositionReader(text, format)].find(({ kind }) => kind === 'fault');
      const error = errors[index];
      return (fault !== undefined) === (error !== '') ? [] : [{ text, format, fault, error }];
    });
    expect(wrong).toEqual([]);
  });

  it('are taken as they should be', () => {
    const settings = { dialect: DEFAULT_DIALECT, nameValidation: 'utf8' as const };
    expect(readExposition(PAGES.text, settings).findings).toEqual([]);
    expect(readExposition(PAGES.openmetrics, settings).findings).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { alertmanagerTemplates, builtInTemplates } from '../../server/src/languages/gotemplate/alertmanager';
import { defaultTemplateSet } from '../../server/src/languages/gotemplate/eval/defaults';
import { renderTemplate } from '../../server/src/languages/gotemplate/eval/render';
import { sampleNotification } from '../../server/src/languages/gotemplate/eval/sample';
import { lintTemplate } from '../../server/src/languages/gotemplate/lint';
import { parseTemplate } from '../../server/src/languages/gotemplate/parse';
import { alerts, externalURL, groupBy, receiver } from './gotemplate-amtool';
import { textCases } from './gotemplate-render-cases';
import { randomTemplate } from './gotemplate-render-mutations';
import { seededRandom } from './seeded-random';

const version = [0, 34] as const;
const dialect = alertmanagerTemplates(version);
const options = {
  dialect,
  data: sampleNotification({ alerts, receiver, groupBy, externalURL, version }),
  templates: defaultTemplateSet(dialect),
  now: BigInt(Date.UTC(2026, 10, 25)) * 1_000_000n,
};
const known = builtInTemplates(version);

const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 3000);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_125);

/** Templates of which parts may be left out. */
const NOT_ALL_EXECUTED = /\b(?:and|or)\b|\{\{ if false/;

/** The evaluator is as amtool is, which \`gotemplate-render.test.ts\` shows. */
it('warns of nothing that works when a notification is sent', () => {
  const random = seededRandom(SEED);
  const texts = new Set([
    ...textCases,
    ...Array.from({ length: COUNT }, () => randomTemplate(random, 'text')),
  ]);
  let warned = 0;
  const wrong = [...texts].flatMap((text) => {
    const result = parseTemplate(text, dialect, '');
    if (result.faults.length > 0 || NOT_ALL_EXECUTED.test(text)) return [];
    // A format that doesn't fit makes odd text only, which other functions may swallow.
    const finding = lintTemplate(result, known).find(({ code }) => code !== 'template/printf');
    if (!finding) return [];
    warned++;
    return 'output' in renderTemplate(text, options) ? [{ text, finding: finding.message }] : [];
  });
  expect(wrong).toEqual([]);
  expect(warned / texts.size).toBeGreaterThan(0.1);
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { alertmanagerTemplates, builtInTemplates } from '../../server/src/languages/gotemplate/alertmanager';
import { defaultTemplateSet } from '../../server/src/languages/gotemplate/eval/defaults';
import { renderTemplate, type Rendered } from '../../server/src/languages/gotemplate/eval/render';
import { sampleNotification } from '../../server/src/languages/gotemplate/eval/sample';
import { templateSet } from '../../server/src/languages/gotemplate/eval/template-set';
import { alerts, amtoolRender, externalURL, groupBy, receiver } from './gotemplate-amtool';
import { htmlCases, textCases } from './gotemplate-render-cases';
import { randomTemplate } from './gotemplate-render-mutations';
import { seededRandom } from './seeded-random';

/** The installed amtool is 0.33; some builds of it lack the default templates. */
const version = [0, 33] as const;
const dialect = alertmanagerTemplates(version);
const data = sampleNotification({ alerts, receiver, groupBy, externalURL, version });
const now = BigInt(Date.UTC(2026, 10, 25)) * 1_000_000n;

const files = Object.fromEntries(
  ['default.tmpl', 'email.tmpl'].map((name) => [
    name,
    readFileSync(new URL(`../corpus/alertmanager-templates/${name}`, import.meta.url), 'utf8'),
  ]),
);
const upstream = templateSet(
  Object.entries(files).map(([name, text]) => ({ name, text })),
  dialect,
).templates;

type Type = 'text' | 'html';

function render(text: string, type: Type, templates = upstream): Rendered {
  return renderTemplate(text, { dialect, data, templates, html: type === 'html', now });
}

function outputOf(rendered: Rendered): string | undefined {
  return 'output' in rendered ? rendered.output : undefined;
}

/** Where amtool gives another text, or one of the two fails. */
function differences(texts: readonly string[], type: Type, own: (text: string) => Rendered) {
  const ours = new Map(texts.map((text) => [text, own(text)]));
  const theirs = amtoolRender(texts, type, (text) => 'output' in (ours.get(text) ?? {}), files);
  return texts.flatMap((text, i) => {
    const one = ours.get(text);
    return one && outputOf(one) === theirs[i]?.output ? [] : [{ text, ours: one, theirs: theirs[i] }];
  });
}

it.each([
  ['text', textCases],
  ['html', htmlCases],
] as const)('renders %s as amtool does', (type, cases) => {
  expect(differences(cases, type, (text) => render(text, type))).toEqual([]);
  const fine = cases.filter((text) => outputOf(render(text, type)) !== undefined).length;
  expect(fine / cases.length).toBeGreaterThan(0.5);
});

/** How many templates are made, and from which seed; more of them now and then find more. */
const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 300);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_125);

it.each(['text', 'html'] as const)('renders random %s as amtool does', (type) => {
  const random = seededRandom(SEED);
  const texts = [...new Set(Array.from({ length: COUNT / 2 }, () => randomTemplate(random, type)))];
  expect(differences(texts, type, (text) => render(text, type))).toEqual([]);
});

const defaults = [...builtInTemplates(version).names()];

it('knows the default templates, which say the same in other words', () => {
  const own = defaultTemplateSet(dialect);
  expect(defaults.toSorted()).toEqual(
    [...upstream.keys()].filter((name) => !name.endsWith('.tmpl')).toSorted(),
  );
  const calls = defaults
    .filter((name) => name !== 'email.default.html')
    .map((name) => `{{ template "${name}" ${/alert_list|instances/.test(name) ? '.Alerts' : '.'} }}`);
  expect(differences(calls, 'text', (text) => render(text, 'text', own))).toEqual([]);
});

it('renders the default e-mail', () => {
  const call = '{{ template "email.default.html" . }}';
  expect(differences([call], 'html', (text) => render(text, 'html'))).toEqual([]);
  const words = (html = ''): string =>
    html
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
  const own = outputOf(render(call, 'html', defaultTemplateSet(dialect)));
  expect(words(own)).toBe(words(outputOf(render(call, 'html'))));
});

import { describe, expect, it } from 'vitest';
import { ScriptParser } from '../../../languages/typescript/script-parser';
import { found, shown } from './testing';

const read = (text: string) => new ScriptParser('ts').read(text);

describe('samples that a page posts', () => {
  it.each<[string, string[]]>([
    [
      `navigator.sendBeacon('/metrics', JSON.stringify({ name: 'web_vitals_lcp', value: metric.value, labels: { page: location.pathname } }))`,
      ['web_vitals_lcp unknown{page}'],
    ],
    [`sendMetric({ name: 'web_vitals_cls', type: 'gauge', value })`, ['web_vitals_cls gauge{?}']],
    [
      `fetch('/metrics', { method: 'POST', body: JSON.stringify([{ name: 'page_views_total', type: 'counter', value: 1, labels: {} }]) })`,
      ['page_views_total counter{}'],
    ],
    [
      `const body = { name: 'web_vitals_lcp', value: 1, labels: { page: 'x' } };\nnavigator.sendBeacon('/m', JSON.stringify(body))`,
      ['web_vitals_lcp unknown{page}'],
    ],
    [`const unsent = { name: 'web_vitals_lcp', value: 1, labels: {} }`, []],
    [`expect(body).toEqual({ name: 'web_vitals_lcp', value: 1, labels: {} })`, []],
    [`send({ name: 'lcp', value: 1, labels: {} })`, []],
    [`send({ name: 'web_vitals_lcp', value: 'x', labels: {} })`, []],
    [`send({ name: 'web_vitals_lcp', value: 1 })`, []],
    [`send({ name: \`web_vitals_\${name}\`, value: 1, labels: {} })`, []],
    [`send({ name: 'web-vitals_lcp', value: 1, labels: {} })`, []],
  ])('%s', (code, expected) => {
    expect(found(read, `${code};\n`).metrics.map(shown)).toEqual(expected);
  });
});

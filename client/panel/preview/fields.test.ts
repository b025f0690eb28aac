import { expect, it } from 'vitest';
import type { PreviewField } from '../../../server/src/protocol';
import { Fields } from './fields';

const field = (name: string, text: string): PreviewField => ({
  name,
  text,
  format: 'text',
  isDefault: false,
});

const fields = new Fields({
  kind: 'slack',
  fields: [
    field('title', 'T'),
    field('text', ''),
    field('headers.Subject', 'S'),
    field('fields[0].title', 'a'),
    field('fields[0].value', '1'),
    field('fields[1].title', 'b'),
    field('actions.0.url', 'u'),
  ],
});

it.each([
  ['title', 'T'],
  ['text', undefined],
  ['missing', undefined],
  ['headers.subject', 'S'],
])('text(%j) is %j', (name, text) => {
  expect(fields.text(name)).toBe(text);
});

it('items are the entries of a list', () => {
  expect(fields.items('fields').map((item) => [item.text('title'), item.text('value')])).toEqual([
    ['a', '1'],
    ['b', undefined],
  ]);
  expect(fields.items('actions').map((item) => item.text('url'))).toEqual(['u']);
  expect(fields.items('missing')).toEqual([]);
});

import type { StructInfo } from './types';

const link = 'https://example.com/docs';

const child: StructInfo = {
  id: 'child',
  title: 'a child',
  link,
  fields: [
    { name: 'name', type: { kind: 'string' }, required: true, summary: 'Its name.' },
    { name: 'weight', type: { kind: 'int' }, summary: 'Its weight.', since: [1, 2] },
    { name: 'parent', type: { kind: 'string', refers: 'receiver' }, summary: 'Its parent.' },
    {
      name: 'children',
      type: { kind: 'list', of: { kind: 'struct', struct: () => child } },
      summary: 'More.',
    },
  ],
};

/** A small format, for tests. */
export const sampleStruct: StructInfo = {
  id: 'sample',
  title: 'a sample',
  link,
  fields: [
    { name: 'title', type: { kind: 'string' }, required: true, summary: 'Its title.', default: '`x`' },
    {
      name: 'size',
      type: {
        kind: 'string',
        closed: true,
        values: [
          { value: 'small', summary: 'Not big.' },
          { value: 'big', summary: 'Not small.', since: [1, 1] },
        ],
      },
      summary: 'Its size.',
    },
    { name: 'secret', type: { kind: 'string' }, summary: 'A secret.', secret: { file: 'secret_file' } },
    { name: 'secret_file', type: { kind: 'string' }, summary: 'A file with it.', path: 'file' },
    {
      name: 'loud',
      type: { kind: 'bool' },
      summary: 'Is it loud?',
      deprecated: { since: [1, 1], note: 'Be quiet.' },
    },
    { name: 'old', type: { kind: 'bool' }, summary: 'Gone.', removed: [1, 1] },
    { name: 'tags', type: { kind: 'list', of: { kind: 'string', refers: 'label' } }, summary: 'Some tags.' },
    { name: 'headers', type: { kind: 'map', values: { kind: 'string' } }, summary: 'Some headers.' },
    { name: 'one', type: { kind: 'struct', struct: () => child }, summary: 'A child.' },
    {
      name: 'children',
      type: { kind: 'list', of: { kind: 'struct', struct: () => child } },
      summary: 'Children.',
    },
  ],
  rules: [{ kind: 'exclusive', fields: ['secret', 'secret_file'] }],
};

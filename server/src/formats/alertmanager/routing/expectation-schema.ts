import type {
  DecodedStruct,
  FieldInfo,
  FieldType,
  Report,
  StringCheck,
  StructInfo,
} from '../../structure/types';
import { list, text } from '../schema/fields';
import { parseInstant } from './instant';

/** Where the file is explained. */
const link = 'docs/routes.md';

const LABELS: FieldType = { kind: 'map', values: { kind: 'string' } };

const instant: StringCheck = {
  title: 'a time in RFC 3339, or in seconds since 1970',
  examples: ['2026-11-25T08:00:00Z'],
  fault: (written) =>
    parseInstant(written) === undefined
      ? {
          code: 'routes/invalid-time',
          message: 'a time is written like 2026-11-25T08:00:00Z, or in seconds since 1970',
        }
      : undefined,
};

/** What a test may expect; at least one of them. */
const EXPECTED: readonly FieldInfo[] = [
  list('receivers', { kind: 'string' }, 'The receivers that get the alert, in the order of the tree.'),
  {
    name: 'muted',
    type: { kind: 'bool' },
    summary: 'Whether time intervals keep the alert from all of its receivers.',
  },
  list(
    'inhibited_by',
    LABELS,
    'The labels of other alerts, each of which holds this one back while it fires.',
  ),
  list('not_inhibited_by', LABELS, 'The labels of other alerts, none of which holds this one back.'),
];

const test: StructInfo = {
  id: 'route_test',
  title: 'a test',
  link,
  fields: [
    text('name', 'What is tested, in words.', { required: true }),
    { name: 'labels', type: LABELS, summary: 'The labels of the alert.' },
    {
      name: 'time',
      type: { kind: 'string', check: instant },
      summary: 'When it fires; without it, time intervals don’t count.',
    },
    ...EXPECTED,
  ],
  rules: [
    { kind: 'custom', check: checkExpected },
    { kind: 'requires', field: 'muted', fields: ['time'] },
  ],
};

function checkExpected(struct: DecodedStruct, report: Report): void {
  if (struct.isOpen || EXPECTED.some(({ name }) => struct.fields.has(name) || struct.suspects.has(name)))
    return;
  const names = EXPECTED.map(({ name }) => `"${name}"`).join(', ');
  report({ code: 'routes/missing-field', message: `a test expects something: one of ${names}`, at: struct });
}

/** A file of expectations for `alertwright routes check`. */
export const expectationFile: StructInfo = {
  id: 'route_tests',
  title: 'a file of route tests',
  link,
  fields: [
    text('config', 'The Alertmanager configuration, relative to this file.', {
      required: true,
      path: 'file',
    }),
    {
      name: 'tests',
      type: { kind: 'list', of: { kind: 'struct', struct: () => test }, nullItems: 'refused' },
      summary: 'What should become of which alerts.',
      required: true,
    },
  ],
};

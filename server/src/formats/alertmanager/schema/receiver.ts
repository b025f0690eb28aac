import type { DecodedStruct, FieldInfo, Report, StructInfo } from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { docs, text } from './fields';
import { integrations } from './receivers';

const LABEL: AlertmanagerCode = 'alertmanager/receiver-label';

/** Source: config/config.go, Receiver. */
export const receiver: StructInfo = {
  id: 'receiver',
  title: 'a receiver',
  link: docs('receiver'),
  fields: [
    text('name', 'The name by which routes refer to it.', { required: true, example: 'name: team-slack' }),
    {
      name: 'labels',
      type: { kind: 'map', values: { kind: 'string' } },
      summary: 'Labels by which receivers can be found through the API.',
      details: 'The label `name` is the receiver’s name.',
      since: [0, 33],
    },
    ...integrations.map(integrationField),
  ],
  rules: [{ kind: 'custom', check: checkNameLabel }],
};

function integrationField({ field, struct, since }: (typeof integrations)[number]): FieldInfo {
  const { title, link, snippet } = struct;
  return {
    name: field,
    type: { kind: 'list', of: { kind: 'struct', struct: () => struct }, nullItems: 'refused' },
    summary: `Each item is ${title}.`,
    since,
    link,
    snippet: snippet === undefined ? undefined : `${field}:\n  - ${snippet.replaceAll('\n', '\n    ')}`,
  };
}

function checkNameLabel({ fields }: DecodedStruct, report: Report): void {
  const [name, labels] = [fields.get('name')?.value, fields.get('labels')?.value];
  if (typeof name !== 'object' || name.kind !== 'scalar' || name.text === '') return;
  if (typeof labels !== 'object' || labels.kind !== 'map') return;
  const value = labels.entries.find((entry) => entry.name === 'name')?.value;
  const label =
    value === 'null' ? '' : typeof value === 'object' && value.kind === 'scalar' ? value.text : name.text;
  if (label === name.text) return;
  const message = `the label "name" of a receiver is its name, ${JSON.stringify(name.text)}; remove it`;
  report({ code: LABEL, message, at: typeof value === 'object' ? value : labels });
}

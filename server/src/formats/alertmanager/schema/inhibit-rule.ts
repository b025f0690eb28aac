import type { DecodedStruct, Report, StringCheck, StructInfo } from '../../structure/types';
import { isSince } from '../../structure/versions';
import type { AlertmanagerCode } from '../codes';
import { classicLabelName, labelNameFault } from './checks';
import { docs, list, text } from './fields';
import { matchFields } from './route';

const NAME: AlertmanagerCode = 'alertmanager/invalid-label-name';

/** UTF-8 names came to this list with 0.28 only. */
const equalName: StringCheck = {
  title: 'a label name',
  fault: (label, context) =>
    isSince(context.version, [0, 28])
      ? labelNameFault(label, context)
      : classicLabelName.fault(label, context),
};

/** Source: config/common/inhibitrule.go, InhibitRule. */
export const inhibitRule: StructInfo = {
  id: 'inhibit_rule',
  title: 'an inhibit rule',
  link: docs('inhibit_rule'),
  fields: [
    text('name', 'A name for the rule, which shows in metrics, logs and traces.', { since: [0, 30] }),
    ...matchFields('source_', 'an alert that silences others'),
    ...matchFields('target_', 'an alert that is silenced'),
    list(
      'equal',
      { kind: 'string', refers: 'label', check: equalName },
      'Labels that have to have the same value on both alerts.',
      {
        details:
          'A label that both alerts lack counts as equal. Without `equal` any source silences every target.',
        example: 'equal: [alertname, cluster]',
        snippet: 'equal: [${1:alertname}]',
      },
    ),
  ],
  rules: [{ kind: 'custom', check: checkEqual }],
  snippet:
    'source_matchers:\n  - severity="${1:critical}"\ntarget_matchers:\n  - severity="${2:warning}"\nequal: [${3:alertname}]',
};

/** A null among the labels is an empty name; before 0.28 it wasn't looked at. */
function checkEqual({ fields }: DecodedStruct, report: Report): void {
  const value = fields.get('equal')?.value;
  if (typeof value !== 'object' || value.kind !== 'list' || !isSince(report.version, [0, 28])) return;
  if (value.items.includes('null'))
    report({ code: NAME, message: 'the name of a label must not be empty', at: value });
}

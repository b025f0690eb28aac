import { headSpan } from '../../languages/yaml/decode';
import { GROUP_BY_ALL } from '../../formats/alertmanager/schema/route';
import { isUnclear } from '../../formats/alertmanager/values';
import { presence } from '../../formats/structure/presence';
import type { AlertmanagerCheck } from './check';
import { routesOf } from './walk';

/** Alerts that have little to do with each other share a notification. */
export const grouping: AlertmanagerCheck = {
  code: 'alertmanager/grouping',
  severity: 'information',
  title: 'Grouping without alertname',
  explanation:
    'Alerts that agree in all labels of `group_by` share one notification. Without `alertname` among them, alerts of ' +
    'different names do, and without `group_by` at all everything that a route takes: one message for all that goes on, ' +
    'sent anew whenever any of it changes. Usual is `group_by: [alertname, cluster, service]`; `[...]` groups by all ' +
    'labels, so that each alert is told of by itself.',
  scope: 'file',
  *run(model) {
    const { route } = model;
    if (route && presence(route.struct, 'group_by') === 'unset') {
      const field = route.struct.fields.get('group_by');
      const message =
        'without "group_by", all alerts of a route share one notification; usual is `group_by: [alertname, …]`';
      yield { span: field?.keySpan ?? headSpan(route.struct.node), message };
    }
    for (const { groupBy = [], struct } of routesOf(model)) {
      const field = struct.fields.get('group_by');
      if (!field || presence(struct, 'group_by') !== 'set' || isUnclear(struct, 'group_by')) continue;
      if (groupBy.some(({ text }) => text === 'alertname' || text === GROUP_BY_ALL)) continue;
      const message = 'without "alertname" in "group_by", alerts of different names share a notification';
      yield { span: field.keySpan, message };
    }
  },
};

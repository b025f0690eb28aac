import type { DecodedStruct, Report, StructInfo } from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { alertmanagerConfig } from '../schema/config';
import { inhibitRule as alertmanagersInhibitRule } from '../schema/inhibit-rule';
import { durationOf, GROUP_BY_ALL, route as alertmanagersRoute } from '../schema/route';
import { known, namesIn } from '../values';
import { derive, listOf, of } from './derive';
import type { OperatorApi } from './api';
import { matchers } from './matcher';
import { receiver } from './receivers';
import { timeInterval } from './time-intervals';

const DUPLICATE: AlertmanagerCode = 'alertmanager/duplicate-group-label';
const ALL: AlertmanagerCode = 'alertmanager/group-by-all';
const ZERO: AlertmanagerCode = 'alertmanager/zero-duration';

const MATCHERS_SNIPPET =
  '  - name: ${1:severity}\n    value: ${2:critical}\n    matchType: "${3|=,!=,=~,!~|}"';

/** Route; what the API server doesn't see is in the operator's function validateRoute. */
function routeOf(api: OperatorApi): StructInfo {
  const route: StructInfo = derive(alertmanagersRoute, {
    type: 'Route',
    rows: [
      'receiver',
      'groupBy',
      'groupWait',
      'groupInterval',
      'repeatInterval',
      {
        name: 'matchers',
        type: listOf(() => matchers[api]),
        snippet: `matchers:\n${MATCHERS_SNIPPET}`,
        details:
          'To those of the first route the operator adds `namespace="…"` with the namespace of this object, unless the Alertmanager object says otherwise (`alertmanagerConfigMatcherStrategy`).',
      },
      { name: 'continue', details: 'Always `true` for the first route of an object.' },
      {
        name: 'routes',
        type: listOf(() => route),
        details:
          'The API server doesn’t look into them, the operator does: a fault makes it leave out the whole object.',
        snippet: `routes:\n  - matchers:\n${MATCHERS_SNIPPET.replace(/^/gm, '    ')}\n    receiver: $0`,
      },
      'muteTimeIntervals',
      'activeTimeIntervals',
    ],
    rules: [{ kind: 'custom', check: checkRoute }],
  });
  return route;
}

function checkRoute(route: DecodedStruct, report: Report): void {
  for (const name of ['groupInterval', 'repeatInterval']) {
    const value = known(route, name);
    if (value && durationOf(route, name) === 0) {
      report({ code: ZERO, message: `"${name}" must be longer than zero`, at: value });
    }
  }
  const labels = namesIn(route, 'groupBy');
  const seen = new Set<string>();
  for (const { text, span } of labels) {
    if (seen.has(text)) report({ code: DUPLICATE, message: `the label "${text}" is here already`, at: span });
    seen.add(text);
  }
  const all = labels.find(({ text }) => text === GROUP_BY_ALL);
  if (all && seen.size > 1) {
    report({
      code: ALL,
      message: '"..." groups by all labels, so no other may stand beside it',
      at: all.span,
    });
  }
}

function inhibitRuleOf(api: OperatorApi): StructInfo {
  const side = { type: listOf(() => matchers[api]), example: undefined };
  return derive(alertmanagersInhibitRule, {
    type: 'InhibitRule',
    rows: [
      { name: 'sourceMatch', as: 'source_matchers', ...side, snippet: `sourceMatch:\n${MATCHERS_SNIPPET}` },
      { name: 'targetMatch', as: 'target_matchers', ...side, snippet: `targetMatch:\n${MATCHERS_SNIPPET}` },
      'equal',
    ],
    snippet:
      'sourceMatch:\n  - name: severity\n    value: ${1:critical}\n    matchType: "="\n' +
      'targetMatch:\n  - name: severity\n    value: ${2:warning}\n    matchType: "="\nequal: [${3:alertname}]',
  });
}

/** AlertmanagerConfigSpec: what stands under `spec`. */
function specOf(api: OperatorApi): StructInfo {
  const [route, receivers, inhibitRule] = [routeOf(api), receiver(api), inhibitRuleOf(api)];
  const intervals = api === 'v1alpha1' ? 'muteTimeIntervals' : 'timeIntervals';
  return {
    ...derive(alertmanagerConfig, {
      type: 'AlertmanagerConfigSpec',
      rows: [
        {
          name: 'route',
          type: of(() => route),
          summary: 'The tree by which alerts of this object’s namespace find their receivers.',
          details:
            'The operator puts it below the root of Alertmanager’s configuration, with `continue: true`.',
          snippet: 'route:\n  receiver: ${1:default}\n  groupBy: [${2:alertname}]$0',
        },
        { name: 'receivers', type: listOf(() => receivers), snippet: 'receivers:\n  - name: ${1:default}$0' },
        {
          name: 'inhibitRules',
          type: listOf(() => inhibitRule),
          details: 'The operator restricts them to the namespace of this object.',
        },
        {
          name: intervals,
          as: 'time_intervals',
          type: listOf(() => timeInterval),
          snippet: `${intervals}:\n  - name: \${1:offhours}\n    timeIntervals:\n      - weekdays: ['saturday', 'sunday']$0`,
        },
      ],
    }),
    title: 'the specification of an AlertmanagerConfig',
  };
}

const made = new Map<OperatorApi, StructInfo>();

function specFor(api: OperatorApi): StructInfo {
  const spec = made.get(api) ?? specOf(api);
  made.set(api, spec);
  return spec;
}

/** The tables of each version of the API; made when first asked for, as few files need them. */
export const operatorSpecs: Readonly<Record<OperatorApi, StructInfo>> = {
  get v1alpha1() {
    return specFor('v1alpha1');
  },
  get v1beta1() {
    return specFor('v1beta1');
  },
};

import { headSpan } from '../../../languages/yaml/decode';
import type { YamlNode } from '../../../languages/yaml/nodes';
import { resolveScalar } from '../../../languages/yaml/resolve';
import type { Finding } from '../../../text/finding';
import { presence } from '../../structure/presence';
import { decodeStruct } from '../../structure/decode';
import { walkScalars } from '../../structure/locate';
import type { DecodedStruct } from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { duplicates, INTERVAL, RECEIVER, undefinedNames } from '../cross';
import type { ConfigContext } from '../decode';
import type { ConfigModel, NamedSpan, RouteModel } from '../model';
import { isUnclear, nameIn, structsIn } from '../values';
import type { OperatorApi } from './api';
import { operatorModel } from './model';
import { operatorSpecs } from './spec';

const ROOT: AlertmanagerCode = 'alertmanager/root-route';
const TYPE: AlertmanagerCode = 'alertmanager/wrong-type';

/** The program that reads these objects, for messages. */
export const OPERATOR = 'the Prometheus operator';

/**
 * Reads the `spec` of an AlertmanagerConfig object. No amtool judges it, but the API server (by the schema in
 * monitoring.coreos.com_alertmanagerconfigs.yaml) and the operator (pkg/alertmanager/validation), which leaves an object
 * out that it refuses; so all that is found is a warning at most.
 */
export function readOperatorSpec(
  spec: YamlNode,
  api: OperatorApi,
  context: Omit<ConfigContext, 'matchers'>,
): { readonly model: ConfigModel; readonly findings: readonly Finding[] } {
  const root = operatorSpecs[api];
  const { value, findings } = decodeStruct(spec, root, {
    ...context,
    root,
    area: 'alertmanager',
    program: OPERATOR,
  });
  if (typeof value === 'string' || value.kind !== 'struct') {
    return {
      model: { receivers: [], inhibitRules: [], timeIntervals: [] },
      findings: findings.map(asWarning),
    };
  }
  const model = operatorModel(value);
  const all = [
    ...findings,
    ...unquoted(value),
    ...(model.route ? namesFindings(value, model, model.route, api) : []),
  ];
  return { model, findings: all.map(asWarning) };
}

function asWarning(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}

/** The API server takes no number or boolean for text, as go-yaml does. */
function unquoted(root: DecodedStruct): Finding[] {
  return Array.from(walkScalars(root)).flatMap(({ field, type, value: { node } }) => {
    const { value: meaning, tag } = resolveScalar(node, 'v2');
    if (
      type.kind !== 'string' ||
      node.style !== 'plain' ||
      typeof meaning === 'string' ||
      tag === '!!timestamp'
    )
      return [];
    const newText = JSON.stringify(node.value);
    return {
      code: TYPE,
      severity: 'warning',
      span: node.span,
      message: `${field.info.name} takes text, and without quotes this is none to YAML; write ${newText}`,
      fixes: [{ title: `Write ${newText}`, edits: [{ span: node.span, newText }], preferred: true }],
    };
  });
}

/** What the names of the object say together (validateReceivers and validateRoute of the operator). */
function namesFindings(
  root: DecodedStruct,
  model: ConfigModel,
  route: RouteModel,
  api: OperatorApi,
): Finding[] {
  const receivers = model.receivers.map(({ name }) => name);
  const intervals = model.timeIntervals.map(({ name }) => name);
  const used = usedNames(route);
  const list = api === 'v1alpha1' ? 'muteTimeIntervals' : 'timeIntervals';
  return [
    ...rootFindings(route),
    ...duplicates(receivers, RECEIVER),
    ...duplicates(intervals, INTERVAL),
    ...undefinedNames(used.receivers, receivers, hasMore(root, 'receivers'), RECEIVER),
    ...undefinedNames(used.intervals, intervals, hasMore(root, list), { ...INTERVAL, list }),
  ];
}

function rootFindings({ struct }: RouteModel): Finding[] {
  if (presence(struct, 'receiver') !== 'unset') return [];
  const span = struct.fields.get('receiver')?.keySpan ?? headSpan(struct.node);
  return [
    {
      code: ROOT,
      severity: 'warning',
      span,
      message: 'the first route needs a "receiver"; the operator leaves the object out without it',
    },
  ];
}

function usedNames({ receiver, muteTimeIntervals, activeTimeIntervals, routes }: RouteModel): {
  readonly receivers: readonly NamedSpan[];
  readonly intervals: readonly NamedSpan[];
} {
  const below = routes.map(usedNames);
  return {
    receivers: [...(receiver ? [receiver] : []), ...below.flatMap((route) => route.receivers)],
    intervals: [...muteTimeIntervals, ...activeTimeIntervals, ...below.flatMap((route) => route.intervals)],
  };
}

/** True where more may be defined than can be seen. */
function hasMore(root: DecodedStruct, list: string): boolean {
  return isUnclear(root, list) || structsIn(root, list).some((item) => !nameIn(item, 'name'));
}

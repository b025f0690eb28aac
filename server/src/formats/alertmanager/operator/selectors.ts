import type { DecodedStruct, FieldInfo, Report, StructInfo } from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { of, listOf, operatorDocs, type Row } from './derive';

const MISSING: AlertmanagerCode = 'alertmanager/missing-field';
const KUBERNETES = 'https://kubernetes.io/docs/concepts/configuration';

function selector(what: 'secret' | 'configmap', title: string): StructInfo {
  const object = what === 'secret' ? 'Secret' : 'ConfigMap';
  return {
    id: `${what}_key`,
    title,
    link: `${KUBERNETES}/${what}/`,
    fields: [
      {
        name: 'name',
        type: { kind: 'string' },
        required: true,
        summary: `The ${object}, in the namespace of this object.`,
      },
      { name: 'key', type: { kind: 'string' }, required: true, summary: `The key in the ${object}’s data.` },
      {
        name: 'optional',
        type: { kind: 'bool' },
        summary: `Whether the ${object} or its key may be missing.`,
        details:
          'The operator takes no notice of it: a value that it can’t find makes it reject the whole object.',
      },
    ],
    snippet: 'name: ${1:alertmanager}\nkey: ${2:key}',
  };
}

/** SecretKeySelector of Kubernetes: where the operator's objects have what is secret. */
export const secretKey = selector('secret', 'the key of a Secret');
const configMapKey = selector('configmap', 'the key of a ConfigMap');

/** A field that takes its value from a Secret. */
export function secret(name: string, more: Partial<Exclude<Row, string>> = {}): Row {
  return {
    name,
    type: of(() => secretKey),
    templated: undefined,
    details: 'Stands in a Secret, of which `name` and `key` are given here.',
    default: undefined,
    snippet: `${name}:\n  name: \${1:alertmanager}\n  key: \${2:key}`,
    ...more,
  };
}

/** SecretOrConfigMap: a value that may stand in either. */
export const secretOrConfigMap: StructInfo = {
  id: 'secret_or_configmap',
  title: 'the key of a Secret or ConfigMap',
  link: operatorDocs('SecretOrConfigMap').replace('v1alpha1', 'v1'),
  fields: [
    { name: 'secret', type: of(() => secretKey), summary: 'The key of a Secret.' },
    { name: 'configMap', type: of(() => configMapKey), summary: 'The key of a ConfigMap.' },
  ],
  rules: [{ kind: 'exclusive', fields: ['secret', 'configMap'] }],
  snippet: 'secret:\n  name: ${1:alertmanager}\n  key: ${2:key}',
};

/** KeyValue: one entry of what is a map for Alertmanager. Its value may be empty, but has to be there. */
const keyValue: StructInfo = {
  id: 'key_value',
  title: 'a key with its value',
  link: operatorDocs('KeyValue'),
  fields: [
    { name: 'key', type: { kind: 'string' }, required: true, summary: 'The name.' },
    {
      name: 'value',
      type: { kind: 'string' },
      templated: true,
      summary: 'The value; required, but may be empty.',
    },
  ],
  rules: [{ kind: 'custom', check: checkValue }],
  snippet: 'key: ${1:name}\nvalue: ${2:value}',
};

function checkValue(pair: DecodedStruct, report: Report): void {
  if (pair.isOpen || pair.suspects.has('value')) return;
  const value = pair.fields.get('value');
  if (value && value.value !== 'null') return;
  report({ code: MISSING, message: 'a key needs its "value"; write "" for an empty one', at: value ?? pair });
}

/** A list of names and values, which is a map for Alertmanager. */
export function pairs(name: string, more: Partial<FieldInfo> = {}): Row {
  return {
    name,
    type: listOf(() => keyValue),
    details: 'Each item has a `key` and a `value`, which is a template.',
    snippet: `${name}:\n  - key: \${1:name}\n    value: \${2:value}`,
    templated: undefined,
    ...more,
  };
}

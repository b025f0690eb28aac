import { formatTime } from './time-format';
import { fail, sortedEntries, type GoValue, type StructValue } from './values';

/** The names of fields in JSON (template/template.go). */
const NAMES: Readonly<Record<StructValue['type'], Readonly<Record<string, string>>>> = {
  'template.Data': {
    Receiver: 'receiver',
    Status: 'status',
    Alerts: 'alerts',
    NotificationReason: 'notification_reason',
    GroupLabels: 'groupLabels',
    CommonLabels: 'commonLabels',
    CommonAnnotations: 'commonAnnotations',
    RouteLabels: 'routeLabels',
    ExternalURL: 'externalURL',
  },
  'template.Alert': {
    Status: 'status',
    Labels: 'labels',
    Annotations: 'annotations',
    StartsAt: 'startsAt',
    EndsAt: 'endsAt',
    GeneratorURL: 'generatorURL',
    Fingerprint: 'fingerprint',
  },
  'template.Pair': {},
};

/** A value as Go's json.Marshal writes it. */
export function toJson(value: GoValue): string {
  switch (value.kind) {
    case 'none':
      return 'null';
    case 'bool':
    case 'int':
      return String(value.value);
    case 'float':
      return jsonFloat(value.value);
    case 'complex':
      return fail('json: unsupported type: complex128');
    case 'string':
      return jsonString(value.value);
    case 'time':
      return jsonString(formatTime(value, '2006-01-02T15:04:05.999999999Z07:00'));
    case 'list':
      return `[${value.items.map(toJson).join(',')}]`;
    case 'map':
      return `{${sortedEntries(value)
        .map(([key, one]) => `${jsonString(key)}:${toJson(one)}`)
        .join(',')}}`;
    case 'struct':
      return `{${[...value.fields]
        .map(([name, one]) => `${jsonString(NAMES[value.type][name] ?? name)}:${toJson(one)}`)
        .join(',')}}`;
  }
}

/** With an exponent below 1e-6 and from 1e21 on. */
function jsonFloat(value: number): string {
  if (!Number.isFinite(value))
    return fail(`json: unsupported value: ${Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'}`);
  return Object.is(value, -0) ? '-0' : String(value);
}

/** Go escapes what could end a script in HTML, too. */
function jsonString(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

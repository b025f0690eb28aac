import type { FieldInfo, FieldType } from '../../../structure/types';
import { url } from '../checks';
import { checked, flag, text, type More } from '../fields';
import { httpConfig } from '../http-config';

/** A text that is one of a few, or best so. */
export function choice(name: string, type: FieldType, summary: string, more?: More): FieldInfo {
  return { ...text(name, summary, more), type };
}

/** Where the service is reached; `default` names what holds without it. */
export function serviceUrl(name: string, summary: string, more?: More): FieldInfo {
  return checked(name, url, summary, more);
}

/** How a template of Alertmanager's own stands in for a missing field. */
export function defaultTemplate(name: string): string {
  return `\`{{ template "${name}" . }}\``;
}

/** Embedded in every integration (config/common/notifierconfig.go); only what holds without it differs. */
export function sendResolved(byDefault: boolean): FieldInfo {
  return flag('send_resolved', 'Whether to notify when all alerts of the group are resolved, too.', {
    details: 'Resolved alerts are also listed next to firing ones only where this is `true`.',
    default: `\`${String(byDefault)}\``,
  });
}

/** How requests of an integration are made. */
export const http: FieldInfo = {
  name: 'http_config',
  type: { kind: 'struct', struct: () => httpConfig },
  summary: 'How the HTTP requests are made: proxy, TLS, authentication, headers.',
  details: 'Replaces the global one as a whole: what is set there and not here doesn’t apply.',
  default: '`http_config` of `global`',
};

/** How long a request may take. */
export function requestTimeout(more?: More): FieldInfo {
  return {
    name: 'timeout',
    type: { kind: 'go-duration' },
    summary: 'How long one request may take before it counts as failed and is tried again.',
    details: 'Go’s notation (`10s`, `1m30s`; no days). More than the route’s `group_interval` has no effect.',
    default: '`0s`, no limit',
    example: 'timeout: 10s',
    ...more,
  };
}

/** How many alerts one message carries. */
export function maxAlerts(details: string): FieldInfo {
  return {
    name: 'max_alerts',
    type: { kind: 'int', unsigned: true },
    summary: 'How many alerts one message carries at most; the rest is left out.',
    details,
    default: '`0`, all of them',
    example: 'max_alerts: 50',
  };
}

import { url } from '../checks';
import { presence, presenceOfAny } from '../../../structure/presence';
import type { StructInfo } from '../../../structure/types';
import { authorizationOf, structOf } from './conditions';
import { checked, docs, file, text } from '../fields';
import { http, maxAlerts, requestTimeout, sendResolved } from './fields';

const tokens = ['alert_source_token', 'alert_source_token_file'];

/** IncidentioConfig (notify/incidentio). */
export const incidentioConfig: StructInfo = {
  id: 'incidentio_config',
  title: 'an incident.io configuration',
  link: docs('incidentio_config'),
  snippet:
    'url: ${1:https://api.incident.io/v2/alert_events/alertmanager/…}\nalert_source_token_file: ${2:/etc/alertmanager/incidentio-token}',
  fields: [
    sendResolved(true),
    http,
    checked('url', url, 'Where alerts are posted to: the URL that incident.io shows for the alert source.'),
    file('url_file', 'File with that URL.'),
    text('alert_source_token', 'Token of the alert source in incident.io.', {
      secret: { file: 'alert_source_token_file' },
    }),
    file('alert_source_token_file', 'File with the token of the alert source.'),
    maxAlerts(
      'A message over 512 KB is cut to its first alert; incident.io refuses what is still too large and loses it.',
    ),
    requestTimeout(),
  ],
  rules: [
    { kind: 'one-of', fields: ['url', 'url_file'] },
    { kind: 'exclusive', fields: ['url', 'url_file'] },
    { kind: 'exclusive', fields: tokens },
    {
      kind: 'custom',
      check: (struct, report) => {
        const client = structOf(struct, 'http_config');
        const field = struct.fields.get('http_config');
        if (!client || !field || client.isOpen) return;
        const [authorization, token] = [authorizationOf(client), presenceOfAny(struct, tokens)];
        const name = tokens.find((candidate) => presence(struct, candidate) === 'set');
        if (authorization === 'set' && name !== undefined) {
          const message = `"${name}" and an authorization in "http_config" exclude each other; keep one of them`;
          report({ code: 'alertmanager/exclusive-fields', message, at: struct.fields.get(name) ?? field });
        }
        if (authorization !== 'unset' || token !== 'unset') return;
        const message =
          'with "http_config" there has to be a token, too: "authorization" in it, "alert_source_token" or "alert_source_token_file"';
        report({ code: 'alertmanager/missing-field', message, at: field });
      },
    },
  ],
};

import { readFileSync } from 'node:fs';
import type {
  CodeAction,
  CompletionList,
  DocumentSymbol,
  Hover,
  Location,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import {
  RouteAlertRequest,
  RoutingConfigsRequest,
  type RouteAlertResult,
  type RoutingConfig,
} from '../../server/src/protocol';
import type { LspClient } from '../support/lsp-client.mjs';
import { startServer } from './server';

const CORPUS = readFileSync(new URL('../corpus/alertmanager/operator.yaml', import.meta.url), 'utf8');

const URI = 'file:///x/manifest.yaml';

const OBJECT = `apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata:
  name: team
  namespace: shop
spec:
  route:
    receiver: chat
    groupBy: [alertname]
    matchers:
      - name: team
        value: shop
        matchType: "="
    routes:
      - matchers:
          - { name: severity, value: critical, matchType: "=" }
        receiver: pager
        muteTimeIntervals: [night]
  receivers:
    - name: chat
      slackConfigs:
        - apiURL: { name: alerting, key: slack }
          title: '{{ .CommonLabels.alertname }}'
    - name: pager
      pagerdutyConfigs:
        - routingKey: { name: alerting, key: pagerduty }
  muteTimeIntervals:
    - name: night
      timeIntervals:
        - times: [{ startTime: '22:00', endTime: '24:00' }]
`;

const CONFIG = `route:
  receiver: chat
  group_by: [alertname]
receivers:
  - name: chat
    slack_configs:
      - channel: '#alerts'
        send_resolved: true
        api_url_file: /etc/slack
        title: '{{ .CommonLabels.alertname }}'
`;

const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

const SECRET = `apiVersion: v1
kind: Secret
metadata:
  name: one
data:
  other.yaml: cm91dGU6CiAgcmVjZWl2ZXI6IGE=
stringData:
  alertmanager.yaml: |
${indent(CONFIG, 4)}---
apiVersion: v1
kind: ConfigMap
metadata:
  name: two
data:
  alertmanager.yaml: |
${indent(CONFIG.replaceAll('chat', 'mail'), 4)}`;

const VALUES = `alertmanager:
  enabled: true
  config:
${indent(CONFIG, 4)}  templateFiles:
    chat.tmpl: |
      {{ define "chat.title" }}x{{ end }}
prometheus:
  enabled: true
`;

async function opened(client: LspClient, marked: string, uri = URI) {
  const text = marked.replace('‸', '');
  const document = TextDocument.create(uri, 'yaml', 1, text);
  client.open(uri, text);
  const diagnostics = await client.diagnostics(uri);
  const position = document.positionAt(Math.max(0, marked.indexOf('‸')));
  const shown = diagnostics.map(({ code, range, severity }) => [severity, code, document.getText(range)]);
  return { document, diagnostics, shown, at: { textDocument: { uri }, position } };
}

/** `text` with `change` in place of `part`; a `‸` in it is the place that is asked about. */
function changed(text: string, part: string, change: string): string {
  expect(text).toContain(part);
  return text.replace(part, () => change);
}

async function completions(marked: string): Promise<CompletionList['items']> {
  const client = await startServer();
  const { at } = await opened(client, marked);
  const { items } = await client.request<CompletionList>('textDocument/completion', at);
  return items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

const labels = async (marked: string): Promise<string[]> =>
  (await completions(marked)).map(({ label }) => label);

describe('configurations inside of other files', () => {
  it.each([
    ['an object of the operator', OBJECT],
    ['a Secret and a ConfigMap', SECRET],
    ['values of a chart', VALUES],
    ['objects with every kind of receiver', CORPUS],
  ])('finds nothing wrong in %s', async (_, text) => {
    expect((await opened(await startServer(), text)).shown).toEqual([]);
  });

  it('finds faults in each of several documents', async () => {
    const text = SECRET.replaceAll("channel: '#alerts'", 'chanel: x');
    expect((await opened(await startServer(), text)).shown).toEqual([
      [1, 'alertmanager/unknown-field', 'chanel'],
      [1, 'alertmanager/unknown-field', 'chanel'],
    ]);
  });

  it('doesn’t miss what the chart itself, or other values, may give', async () => {
    const text = changed(VALUES, '      receiver: chat\n', '');
    expect((await opened(await startServer(), text)).shown).toEqual([]);
  });

  it.each([
    ['fields in a Secret', changed(SECRET, "channel: '#alerts'", 'cha‸'), 'channel'],
    [
      'fields in a second document',
      changed(SECRET, 'receiver: mail\n      group_by: [alertname]', 'receiver: mail\n      gr‸'),
      'group_by',
    ],
    ['fields in values', changed(VALUES, "channel: '#alerts'", 'cha‸'), 'channel'],
    [
      'sections at the end of values',
      changed(VALUES, '  templateFiles:', '    inh‸\n  templateFiles:'),
      'inhibit_rules',
    ],
    ['receivers in values', changed(VALUES, 'receiver: chat', 'receiver: ‸'), 'chat'],
    ['fields in an object', changed(OBJECT, 'groupBy: [alertname]', 'gr‸'), 'groupBy'],
    [
      'fields of a receiver',
      changed(OBJECT, '      pagerdutyConfigs:', '      sl‸\n      pagerdutyConfigs:'),
      'slackConfigs',
    ],
    ['sections at the end of an object', `${OBJECT}  inh‸\n`, 'inhibitRules'],
    ['receivers in an object', changed(OBJECT, 'receiver: pager', 'receiver: ‸'), 'pager'],
    ['time intervals', changed(OBJECT, 'muteTimeIntervals: [night]', 'muteTimeIntervals: [‸]'), 'night'],
    ['match types', changed(OBJECT, 'matchType: "="', 'matchType: "‸"'), '=~'],
    ['fields of a Secret', changed(OBJECT, '{ name: alerting, key: slack }', '{ name: alerting, ‸ }'), 'key'],
    ['fields in templates', changed(OBJECT, '.CommonLabels.alertname', '.Common‸'), 'CommonLabels'],
    [
      'fields of an object that is only begun',
      'apiVersion: monitoring.coreos.com/v1alpha1\nkind: AlertmanagerConfig\nspec:\n  ‸\n',
      'receivers',
    ],
  ])('completes %s', async (_, marked, expected) => {
    expect(await labels(marked)).toContain(expected);
  });

  it('leaves the indentation of a block scalar to the editor', async () => {
    const texts = async (marked: string): Promise<unknown[]> =>
      (await completions(marked)).map(({ label, textEdit }) => [label, textEdit?.newText]);
    const inSecret = await texts(changed(SECRET, "channel: '#alerts'", 'act‸'));
    expect(inSecret).toContainEqual(['http_config', 'http_config:\n    $0']);
    expect(inSecret).toEqual(await texts(changed(VALUES, "channel: '#alerts'", 'act‸')));
  });

  it.each([
    [
      'a field of an object',
      changed(OBJECT, 'groupBy', 'gro‸upBy'),
      /Labels by whose values.*prometheus-operator\.dev/s,
    ],
    ['a match type', changed(OBJECT, 'matchType: "="', 'matchType: "‸="'), /has this value/],
    ['a receiver', changed(OBJECT, 'receiver: pager', 'receiver: pag‸er'), /notifies by `pagerduty`/],
    ['a time interval', changed(OBJECT, '[night]', '[nig‸ht]'), /22:00/],
    ['a field in a Secret', changed(SECRET, 'group_by', 'gr‸oup_by'), /Labels by whose values/],
    ['a field in values', changed(VALUES, 'group_by', 'gr‸oup_by'), /Labels by whose values/],
  ])('explains %s', async (_, marked, expected) => {
    const client = await startServer();
    const { at } = await opened(client, marked);
    const hover = await client.request<Hover>('textDocument/hover', at);
    expect((hover.contents as { value: string }).value).toMatch(expected);
  });

  it.each([
    ['a receiver of an object', changed(OBJECT, 'receiver: pager', 'receiver: pag‸er'), 2],
    ['a time interval of an object', changed(OBJECT, '[night]', '[nig‸ht]'), 2],
    ['a receiver in a Secret', changed(SECRET, 'receiver: chat', 'receiver: ch‸at'), 2],
    ['a receiver in values', changed(VALUES, 'receiver: chat', 'receiver: ch‸at'), 2],
  ])('renames %s', async (_, marked, count) => {
    const client = await startServer();
    const { at, document } = await opened(client, marked);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'other' });
    const edits = edit.changes?.[URI] ?? [];
    expect(edits).toHaveLength(count);
    const renamed = TextDocument.create(
      'file:///y/manifest.yaml',
      'yaml',
      1,
      TextDocument.applyEdits(document, edits),
    );
    expect((await opened(client, renamed.getText(), renamed.uri)).shown).toEqual([]);
  });

  it('goes from a route to its receiver', async () => {
    const client = await startServer();
    const { at, document } = await opened(client, changed(OBJECT, 'receiver: pager', 'receiver: pag‸er'));
    const [location] = await client.request<Location[]>('textDocument/definition', at);
    expect(document.offsetAt(location?.range.start ?? { line: 0, character: 0 })).toBe(
      OBJECT.indexOf('pager\n      pagerduty'),
    );
  });

  it('outlines an object', async () => {
    const client = await startServer();
    const { at } = await opened(client, OBJECT);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', at);
    const names = (items: readonly DocumentSymbol[]): unknown[] =>
      items.map(({ name, children = [] }) => (children.length > 0 ? [name, names(children)] : name));
    expect(names(symbols)).toEqual([
      ['route', [['default route', ['severity=critical']]]],
      [
        'receivers',
        [
          ['chat', ['slack']],
          ['pager', ['pagerduty']],
        ],
      ],
      ['muteTimeIntervals', ['night']],
    ]);
  });

  it('routes alerts by an object', async () => {
    const client = await startServer();
    await opened(client, OBJECT);
    const [config] = await client.request<RoutingConfig[]>(RoutingConfigsRequest, null);
    expect(config?.receivers).toEqual(['chat', 'pager']);
    const reached = async (labels: Record<string, string>): Promise<string[]> => {
      const params = { uri: URI, index: 0, labels };
      const result = await client.request<RouteAlertResult>(RouteAlertRequest, params);
      return result.reached.map(({ receiver }) => receiver);
    };
    expect(await reached({ team: 'shop', severity: 'critical' })).toEqual(['pager']);
    expect(await reached({ team: 'shop' })).toEqual(['chat']);
    expect(await reached({ team: 'other' })).toEqual([]);
  });

  it('quotes a number that has to be text', async () => {
    const client = await startServer();
    const { diagnostics, document } = await opened(client, changed(OBJECT, 'value: shop', 'value: 5'));
    const [diagnostic] = diagnostics;
    const params = { textDocument: { uri: URI }, range: diagnostic?.range, context: { diagnostics } };
    const [action] = await client.request<CodeAction[]>('textDocument/codeAction', params);
    expect(TextDocument.applyEdits(document, action?.edit?.changes?.[URI] ?? [])).toContain('value: "5"');
  });
});

describe('placeholders of Helm', () => {
  const HELM = `{{- if .Values.enabled }}
${changed(
  changed(
    changed(OBJECT, 'namespace: shop', 'namespace: {{ .Release.Namespace }}'),
    'value: shop',
    'value: {{ .Values.team | quote }}',
  ),
  "'{{ .CommonLabels.alertname }}'",
  "'{{`{{ .CommonLabels.alertname }}`}}'",
)}{{- end }}
`;

  it('are unknown, not wrong', async () => {
    const uri = 'file:///x/chart/templates/alertmanagerconfig.yaml';
    expect((await opened(await startServer(), HELM, uri)).shown).toEqual([]);
  });

  it('may give receivers that can’t be seen', async () => {
    const uri = 'file:///x/chart/templates/alertmanagerconfig.yaml';
    const text = changed(
      HELM,
      '    - name: pager\n',
      '    {{- toYaml .Values.receivers | nindent 4 }}\n    - name: other\n',
    );
    expect((await opened(await startServer(), text, uri)).shown).toEqual([]);
  });

  it('leave the rest to be checked', async () => {
    const uri = 'file:///x/chart/templates/alertmanagerconfig.yaml';
    const text = changed(HELM, 'groupBy', 'group_by');
    expect((await opened(await startServer(), text, uri)).shown).toEqual([
      [2, 'alertmanager/unknown-field', 'group_by'],
    ]);
  });
});

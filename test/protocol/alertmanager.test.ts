import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  SemanticTokens,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import type {
  AlertRuleInfo,
  PreviewNotificationResult,
  RouteAlertResult,
  RoutingConfig,
} from '../../server/src/protocol';
import type { LspClient } from '../support/lsp-client.mjs';
import { startServer } from './server';

const URI = 'file:///x/alertmanager.yml';

const CONFIG = `global:
  slack_api_url: https://hooks.slack.com/services/x
route:
  receiver: default
  group_by: [alertname, cluster]
  routes:
    - matchers: [severity="critical"]
      receiver: pager
      active_time_intervals: [office]
    - matchers: ['team=~"db|web"']
      receiver: chat
inhibit_rules:
  - source_matchers: [severity="critical"]
    target_matchers: [severity="warning"]
    equal: [alertname]
time_intervals:
  - name: office
    time_intervals:
      - weekdays: ['monday:friday']
        times: [{ start_time: '09:00', end_time: '17:00' }]
receivers:
  - name: default
  - name: pager
    pagerduty_configs:
      - routing_key: abc
  - name: chat
    slack_configs:
      - channel: '#alerts'
        title: '{{ template "chat.title" . }}'
        text: "{{ range .Alerts }}{{ .Annotations.summary }}\\n{{ end }}"
`;

/** The configuration with `change` in place of `part`; a `‸` in it is the place that is asked about. */
function changed(part: string, change: string): string {
  expect(CONFIG).toContain(part);
  return CONFIG.replace(part, () => change);
}

async function opened(client: LspClient, marked: string, uri = URI) {
  const text = marked.replace('‸', '');
  const document = TextDocument.create(uri, 'yaml', 1, text);
  client.open(uri, text);
  const diagnostics = await client.diagnostics(uri);
  const position = document.positionAt(Math.max(0, marked.indexOf('‸')));
  const shown = diagnostics.map(({ code, range, severity }) => [severity, code, document.getText(range)]);
  return { document, diagnostics, shown, at: { textDocument: { uri }, position } };
}

async function labels(marked: string): Promise<string[]> {
  const client = await startServer();
  const { at } = await opened(client, marked);
  const { items } = await client.request<CompletionList>('textDocument/completion', at);
  return items
    .sort((a: CompletionItem, b: CompletionItem) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
    .map(({ label }) => label);
}

async function hovered(marked: string): Promise<string> {
  const client = await startServer();
  const { at } = await opened(client, marked);
  const hover = await client.request<Hover | null>('textDocument/hover', at);
  return JSON.stringify(hover?.contents);
}

describe('diagnostics', () => {
  it('say nothing of a good configuration that amtool would refuse', async () => {
    const { shown } = await opened(await startServer(), CONFIG);
    expect(shown.filter(([severity]) => severity === 1)).toEqual([]);
  });

  it('show all errors at once, each at its own place', async () => {
    const text = CONFIG.replace('receiver: pager', 'receiver: pagr')
      .replace('group_by: [alertname, cluster]', 'group_by: [alertname, alertname]')
      .replace('channel:', 'chanel:')
      .replace("'09:00'", "'9:00'")
      .replace('team=~"db|web"', 'team=~"db|("');
    const { shown } = await opened(await startServer(), text);
    const errors = shown.filter(([severity]) => severity === 1).map(([, , at]) => at);
    expect(errors).toEqual(['alertname', 'pagr', '"db|("', "'9:00'", 'chanel']);
  });

  it('follow the target version', async () => {
    const client = await startServer();
    const text = CONFIG.replace("channel: '#alerts'", "channel: '#alerts'\n        message_text: x");
    const { shown, document } = await opened(client, text);
    expect(shown.filter(([severity]) => severity === 1)).toEqual([]);
    client.settings = { alertwright: { alertmanager: { targetVersion: '0.27' } } };
    client.notify('workspace/didChangeConfiguration', { settings: client.settings });
    const { diagnostics } = await client.nextDiagnostics(URI);
    const errors = diagnostics.filter(({ severity }) => severity === 1);
    expect(errors.map(({ range }) => document.getText(range))).toEqual(['message_text']);
  });

  it('warn of a template that fails when it is sent', async () => {
    const { shown } = await opened(
      await startServer(),
      changed('.Annotations.summary', '.Anotations.summary'),
    );
    expect(shown).toContainEqual([2, 'template/unknown-field', 'Anotations']);
  });
});

describe('completion', () => {
  it.each([
    ['fields of an integration', ["title: '{{", "‸\n        title: '{{"], 'color'],
    ['receivers', ['receiver: pager', 'receiver: ‸'], 'chat'],
    ['time intervals', ['[office]', '[‸]'], 'office'],
    ['labels of a matcher', ['[severity="critical"]\n      rec', "['sev‸']\n      rec"], 'severity'],
    ['fields of an alert in a template', ['.Annotations.summary', '.‸'], 'Annotations'],
    ['templates', ['"chat.title"', '"‸"'], 'slack.default.title'],
    ['values of a boolean', ["channel: '#alerts'", 'send_resolved: ‸'], 'true'],
  ] as const)('offers %s', async (_, [part, change], expected) => {
    expect(await labels(changed(part, change))).toContain(expected);
  });

  it('does not offer what is there', async () => {
    const offered = await labels(changed("title: '{{", "‸\n        title: '{{"));
    expect(offered).not.toContain('channel');
    expect(offered).not.toContain('title');
  });
});

describe('hover', () => {
  it.each([
    ['a field', ['group_by:', 'group_‸by:'], 'group'],
    ['a receiver', ['receiver: pager', 'receiver: pa‸ger'], 'pagerduty'],
    ['a time interval', ['[office]', '[off‸ice]'], '09:00'],
    ['a matcher', ['[severity="critical"]\n      rec', '[sever‸ity="critical"]\n      rec'], 'severity'],
    ['a function of a template', ['range .Alerts', 'ran‸ge .Alerts'], 'range'],
  ] as const)('explains %s', async (_, [part, change], expected) => {
    expect(await hovered(changed(part, change))).toContain(expected);
  });
});

describe('names', () => {
  it('lead from a route to its receiver and back', async () => {
    const client = await startServer();
    const { at, document } = await opened(client, changed('receiver: pager', 'receiver: pa‸ger'));
    const lines = (found: Location[]) => found.map(({ range }) => document.getText(range));
    const definition = await client.request<Location[]>('textDocument/definition', at);
    expect(definition).toMatchObject([{ range: { start: { line: 22 } } }]);
    const references = await client.request<Location[]>('textDocument/references', {
      ...at,
      context: { includeDeclaration: true },
    });
    expect(lines(references)).toEqual(['pager', 'pager']);
  });

  it('are renamed wherever they stand', async () => {
    const client = await startServer();
    const { at, document } = await opened(client, changed('name: office', 'name: off‸ice'));
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'week days' });
    const text = TextDocument.applyEdits(document, edit.changes?.[URI] ?? []);
    expect(text).toContain('- name: week days\n');
    expect(text).toContain('active_time_intervals: [week days]');
    expect(text).not.toContain('office');
  });

  it('of templates lead into other files, and are renamed there', async () => {
    const client = await startServer();
    const tmpl = 'file:///x/chat.tmpl';
    client.open(tmpl, '{{ define "chat.title" }}{{ .CommonLabels.alertname }}{{ end }}\n');
    await client.diagnostics(tmpl);
    const { at, document } = await opened(client, changed('"chat.title"', '"chat.‸title"'));
    expect(await client.request('textDocument/definition', at)).toMatchObject([{ uri: tmpl }]);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'chat.head' });
    expect(Object.keys(edit.changes ?? {}).sort()).toEqual([URI, tmpl]);
    const text = TextDocument.applyEdits(document, edit.changes?.[URI] ?? []);
    expect(text).toContain(`title: '{{ template "chat.head" . }}'`);
  });
});

describe('code actions', () => {
  async function actions(marked: string) {
    const client = await startServer();
    const { at, document, diagnostics } = await opened(client, marked);
    const range = { start: at.position, end: at.position };
    const context = { diagnostics };
    const found = await client.request<CodeAction[]>('textDocument/codeAction', { ...at, range, context });
    return { document, found };
  }

  it('create a missing receiver', async () => {
    const { document, found } = await actions(changed('receiver: pager', 'receiver: mail‸'));
    const action = found.find(({ title }) => title === 'Create the receiver mail');
    const text = TextDocument.applyEdits(document, action?.edit?.changes?.[URI] ?? []);
    expect(text.endsWith('{{ end }}"\n  - name: mail\n')).toBe(true);
  });

  it.each([
    ['receiver: pager', 'receiver: "pag‸r"', 'receiver: pager'],
    ['[office]', '[ofice‸]', '[office]'],
  ])('rename a misspelt use to what is defined: %s', async (part, change, after) => {
    const { document, found } = await actions(changed(part, change));
    const action = found.find(({ isPreferred }) => isPreferred);
    const text = TextDocument.applyEdits(document, action?.edit?.changes?.[URI] ?? []);
    expect(text).toBe(changed(part, after));
  });

  it('move what all child routes repeat to their parent', async () => {
    const both = CONFIG.replace('receiver: pager', 'receiver: pager\n      group_wait: 10s').replace(
      'receiver: chat',
      'receiver: chat\n      group_wait: 10s',
    );
    const { document, found } = await actions(both.replace('group_by:', 'group_‸by:'));
    const action = found.find(({ title }) => title.includes('group_wait: 10s'));
    const text = TextDocument.applyEdits(document, action?.edit?.changes?.[URI] ?? []);
    expect(text.match(/group_wait/g)).toEqual(['group_wait']);
    expect(text).toContain('  group_wait: 10s\n  routes:\n');
  });
});

describe('structure', () => {
  it('has an outline, folds and colours', async () => {
    const client = await startServer();
    const { at } = await opened(client, CONFIG);
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', at);
    expect(symbols.map(({ name }) => name)).toEqual([
      'global',
      'route',
      'inhibit_rules',
      'time_intervals',
      'receivers',
    ]);
    expect(symbols[1]?.children?.[0]?.children?.map(({ name, detail }) => [name, detail])).toEqual([
      ['severity=critical', '→ pager'],
      ['team=~db|web', '→ chat'],
    ]);
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', at);
    expect(folds).toContainEqual(expect.objectContaining({ startLine: 20, endLine: 29 }));
    const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/full', at);
    expect(tokens.data.length).toBeGreaterThan(50);
  });
});

describe('routing', () => {
  it('is told over each alert, and asked for labels', async () => {
    const client = await startServer();
    await opened(client, CONFIG);
    const rules =
      'groups:\n- name: a\n  rules:\n  - alert: A\n    expr: sum(up) == 0\n    labels:\n      severity: critical\n';
    const { at } = await opened(client, rules, 'file:///x/a.rules.yml');
    const lenses = await client.request<CodeLens[]>('textDocument/codeLens', at);
    expect(lenses.map(({ command }) => [command?.title, command?.command])).toEqual([
      ['→ pager', 'alertwright.showRoute'],
    ]);
    const configs = await client.request<RoutingConfig[]>('alertwright/routingConfigs', {});
    expect(configs[0]?.root.children.map(({ receiver }) => receiver)).toEqual(['pager', 'chat']);
    const sunday = Date.UTC(2026, 10, 22, 12);
    const answer = await client.request<RouteAlertResult>('alertwright/routeAlert', {
      uri: URI,
      index: 0,
      labels: { alertname: 'A', severity: 'warning', team: 'db' },
      time: sunday,
      firing: [{ alertname: 'A', severity: 'critical' }],
    });
    expect(answer.reached).toMatchObject([{ path: [1], receiver: 'chat', integrations: ['slack'] }]);
    expect(answer.inhibitors).toMatchObject([{ active: true }]);
    const muted = await client.request<RouteAlertResult>('alertwright/routeAlert', {
      uri: URI,
      index: 0,
      labels: { severity: 'critical' },
      time: sunday,
    });
    expect(muted.reached).toMatchObject([{ path: [0], mutedBy: 'active only in office' }]);
  });

  it('is told by the nearest of several configurations, whose name is said', async () => {
    const client = await startServer();
    const other = CONFIG.replaceAll('pager', 'nobody');
    await opened(client, other, 'file:///x/alertmanager.yml');
    await opened(client, CONFIG, 'file:///x/prod/am/alertmanager.yml');
    const rules =
      'groups:\n- name: a\n  rules:\n  - alert: A\n    expr: sum(up) == 0\n    labels: {severity: critical}\n';
    const { at } = await opened(client, rules, 'file:///x/prod/rules/a.rules.yml');
    const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', at);
    expect(lens?.command).toMatchObject({
      title: '→ pager (am/alertmanager.yml)',
      arguments: [{ uri: 'file:///x/prod/am/alertmanager.yml' }],
    });
    const [rule] = await client.request<AlertRuleInfo[]>('alertwright/alertRules', {});
    expect(rule?.config).toBe('file:///x/prod/am/alertmanager.yml');
  });
});

describe('the preview', () => {
  it('shows what a receiver sends', async () => {
    const client = await startServer();
    const { at } = await opened(client, changed("channel: '#alerts'", "chan‸nel: '#alerts'"));
    const sample = {
      alerts: [{ status: 'firing', labels: { alertname: 'A' }, annotations: { summary: 'It is down' } }],
      groupBy: ['alertname'],
      externalUrl: 'http://am',
    };
    const result = await client.request<PreviewNotificationResult>('alertwright/previewNotification', {
      ...at,
      sample,
    });
    expect(result.title).toBe('chat');
    const fields = result.messages[0]?.fields ?? [];
    expect(fields.find(({ name }) => name === 'text')).toMatchObject({
      text: 'It is down\n',
      isDefault: false,
    });
    expect(fields.find(({ name }) => name === 'title')?.error).toContain('chat.title');
    expect(fields.find(({ name }) => name === 'username')).toMatchObject({
      text: 'Alertmanager',
      isDefault: true,
    });
  });
});

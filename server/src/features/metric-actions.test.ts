import { describe, expect, it } from 'vitest';
import { codeActions } from './actions';
import { resolveAction } from './metric-actions';
import { afterEdit, project } from './testing';

const METRICS = `import { Counter, Histogram } from 'prom-client';
new Counter({ name: 'api_requests_total', help: 'Requests.', labelNames: ['status'] });
new Histogram({ name: 'api_seconds', help: 'Time.' });
`;
const RULES = `groups:
  - name: api
    rules:
      - alert: Errors
        expr: sum by (status) (rate(api_requests_total{status="500"}[5m])) > 1
`;

/** The titles of what is offered at the cursor. */
async function offered(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { context, position } = await project(files);
  return (await codeActions(context, { start: position, end: position }, [])).map(({ title }) => title);
}

/** The files as an action that is offered at the cursor leaves them. */
async function done(files: Readonly<Record<string, string>>, title: string): Promise<Record<string, string>> {
  const { workspace, context, position } = await project(files);
  const actions = await codeActions(context, { start: position, end: position }, []);
  const action = actions.find((one) => one.title === title);
  expect(actions.map((one) => one.title)).toContain(title);
  const { edit } = await resolveAction(workspace, action!);
  return afterEdit(workspace, edit ?? {});
}

const ruleWith = (expr: string): string =>
  `groups:\n  - name: g\n    rules:\n      # About it.\n      - alert: A\n        expr: ${expr}\n`;

describe('actions on metrics', () => {
  it('create an alert in the rule file, from the definition', async () => {
    const files = {
      'metrics.ts': METRICS.replace('api_req', 'api_‸req'),
      'rules/api.rules.yml': RULES,
    };
    const title = 'Create an alert on the error rate of api_requests_total';
    expect((await done(files, title))['rules/api.rules.yml']).toBe(
      `${RULES}  - name: api_requests_total
    rules:
      - alert: ApiRequestsHighErrorRate
        expr: sum(rate(api_requests_total{status=~"5.."}[5m])) / sum(rate(api_requests_total[5m])) > 0.05
        for: 5m
        labels:
          severity: critical
        annotations:
          summary: High share of errors in api_requests_total
          description: "{{ $value | humanizePercentage }} failed in the last 5 minutes."
`,
    );
  });

  it('create a rule file where there is none', async () => {
    const files = { 'src/metrics.ts': METRICS.replace('api_seconds', 'api_‸seconds') };
    const { workspace, context, position } = await project(files);
    const [action] = await codeActions(context, { start: position, end: position }, []);
    const { edit } = await resolveAction(workspace, action!);
    expect(edit?.documentChanges).toMatchObject([
      { kind: 'create', uri: 'file:///w/src/alerts.rules.yml' },
      { textDocument: { uri: 'file:///w/src/alerts.rules.yml' } },
    ]);
    expect(JSON.stringify(edit)).toContain(
      'histogram_quantile(0.95, sum by (le) (rate(api_seconds_bucket[5m]))) > 1',
    );
  });

  it('take the rate of a counter', async () => {
    const files = { 'metrics.ts': METRICS, 'a.rules.yml': ruleWith('sum(api_‸requests_total) > 1') };
    const title = 'Take the rate of api_requests_total over 5 minutes';
    expect((await done(files, title))['a.rules.yml']).toBe(ruleWith('sum(rate(api_requests_total[5m])) > 1'));
  });

  it('record a part of an expression in front of the rule', async () => {
    const files = { 'a.rules.yml': ruleWith('‸sum by (job) (rate(x_total[5m])) > 1') };
    const title = 'Record this as job:x:rate5m';
    expect((await done(files, title))['a.rules.yml']).toBe(
      `groups:
  - name: g
    rules:
      - record: job:x:rate5m
        expr: sum by (job) (rate(x_total[5m]))
      # About it.
      - alert: A
        expr: job:x:rate5m > 1
`,
    );
  });

  it('record a part of an expression in quotes and blocks', async () => {
    const files = { 'a.rules.yml': ruleWith("|\n          ‸sum(rate(x_total{a='b'}[5m]))\n            > 1") };
    const { 'a.rules.yml': text } = await done(files, 'Record this as :x:rate5m');
    expect(text).toContain('      - record: ":x:rate5m"\n        expr: sum(rate(x_total{a=\'b\'}[5m]))\n');
    expect(text).toContain('|\n          :x:rate5m\n            > 1');
  });

  it('record in a manifest, at its indentation', async () => {
    const rule = ruleWith('‸sum by (job) (rate(x_total[5m])) > 1');
    const config = `apiVersion: v1\nkind: ConfigMap\ndata:\n  a.yml: |\n${rule.replaceAll(/^/gm, '    ').trimEnd()}\n`;
    const { 'a.yaml': text } = await done({ 'a.yaml': config }, 'Record this as job:x:rate5m');
    expect(text).toContain(
      '          - record: job:x:rate5m\n            expr: sum by (job) (rate(x_total[5m]))\n          # About it.\n',
    );
    expect(text).toContain('            expr: job:x:rate5m > 1\n');
  });

  it('are not offered where they make no sense', async () => {
    expect(await offered({ 'a.rules.yml': ruleWith('u‸p == 0') })).toEqual([]);
    expect(
      await offered({ 'a.rules.yml': 'groups: [{name: g, rules: [{alert: A, expr: s‸um(x)}]}]\n' }),
    ).toEqual([]);
    expect(await offered({ 'metrics.ts': METRICS.replace('Requests.', 'Req‸uests.') })).toEqual([]);
  });
});

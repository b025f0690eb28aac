import { describe, expect, it } from 'vitest';
import { CliFolder } from '../support/cli';

const CONFIG = `route:
  receiver: everyone
  routes:
    - matchers: [team="db"]
      receiver: dba
      continue: true
      mute_time_intervals: [weekend]
    - matchers: [severity=~"critical|page"]
      receiver: pager
inhibit_rules:
  - name: node-down
    source_matchers: [alertname="NodeDown"]
    target_matchers: [alertname!="NodeDown"]
    equal: [node]
time_intervals:
  - name: weekend
    time_intervals: [{weekdays: [saturday, sunday]}]
receivers: [{name: everyone}, {name: dba}, {name: pager}]
`;

const folder = new CliFolder({
  'am.yml': CONFIG,
  'broken.yml': CONFIG.replace('receiver: pager', 'receiver: pagr'),
  'good.yml': `config: am.yml
tests:
  - name: critical ones page
    labels: {team: db, severity: critical}
    receivers: [dba, pager]
  - name: quiet on weekends
    labels: {team: db}
    time: 2026-11-28T10:00:00Z
    receivers: []
    muted: true
  - name: a dead node silences the rest
    labels: {alertname: DiskFull, node: a}
    inhibited_by: [{alertname: NodeDown, node: a}]
    not_inhibited_by: [{alertname: NodeDown, node: b}]
`,
  'bad.yml': `config: am.yml
tests:
  - name: to the pager
    labels: {severity: critical}
    receivers: [pagr]
  - name: never muted
    labels: {team: db}
    time: 2026-11-28T10:00:00Z
    muted: false
  - name: inhibited
    labels: {alertname: A, node: a}
    inhibited_by:
      - {alertname: NodeDown, node: b}
`,
  'shape.yml': 'config: am.yml\ntests:\n  - name: x\n    recievers: [a]\n',
  'lost.yml': 'config: nowhere.yml\ntests: [{name: x, receivers: [a]}]\n',
});

const run = (line: string) => folder.run(line.split(' '));

describe('routes test', () => {
  it.each([
    ['team=db severity=critical', 'dba,pager\n'],
    ['team=db', 'dba\n'],
    ['team="db"', 'dba\n'],
    ['', 'everyone\n'],
    ['team=web team=db', 'dba\n'],
    [
      '--tree severity=page',
      'Matching routes:\n.\n└── default-route\n    └── {severity=~"critical|page"}  receiver: pager\n\n\npager\n',
    ],
    [
      '--time 2026-11-28T10:00:00Z team=db severity=page',
      'pager\nmuted: dba (mute_time_intervals: weekend)\n',
    ],
    ['--time 1764057600 team=db', 'dba\n'],
    ['--verify.receivers=dba team=db', 'dba\n'],
  ])('%s', async (args, stdout) => {
    const line = `routes test --config am.yml ${args}`.trim();
    expect(await run(line)).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('fails where other receivers are expected', async () => {
    const { code, stdout } = await run(
      'routes test --config am.yml --verify.receivers=pager,dba team=db severity=page',
    );
    expect(stdout).toBe('dba,pager\nWARNING: Expected receivers did not match resolved receivers.\n');
    expect(code).toBe(1);
  });

  it('tells all in JSON', async () => {
    const { stdout } = await run(
      'routes test --config am.yml --format json --time 2026-11-28T10:00:00Z team=db',
    );
    expect(JSON.parse(stdout)).toEqual({
      receivers: [],
      routes: [
        {
          receiver: 'dba',
          line: 4,
          path: ['default-route', '{team="db"}'],
          continue: true,
          group_by: [],
          group_wait: '30s',
          group_interval: '5m',
          repeat_interval: '4h',
          muted: true,
          muted_by: ['weekend'],
          not_active_in: [],
        },
      ],
      may_be_inhibited_by: [{ name: 'node-down', line: 11 }],
    });
  });

  it('refuses what Alertmanager refuses', async () => {
    const { code, stdout, stderr } = await run('routes test --config broken.yml team=db');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('broken.yml:9:17: error');
  });

  it.each([
    ['severity', 'labels are written as name=value, not severity'],
    ['severity=~page', 'labels are written as name=value, not severity=~page'],
    [
      '--time soon a=b',
      '--time takes a time such as 2026-11-25T08:00:00Z, or seconds since 1970, not "soon"',
    ],
  ])('%s is wrong', async (args, message) => {
    const { code, stdout, stderr } = await run(`routes test --config am.yml ${args}`);
    expect([code, stdout, stderr]).toEqual([
      2,
      '',
      `alertwright: ${message}\nSee alertwright routes --help.\n`,
    ]);
  });

  it('says what it cannot read', async () => {
    const { code, stderr } = await run('routes test --config nowhere.yml');
    expect([code, stderr]).toEqual([2, 'alertwright: nowhere.yml: no such file or directory\n']);
  });
});

it('routes show', async () => {
  expect(await run('routes show --config am.yml')).toEqual({
    code: 0,
    stderr: '',
    stdout: `Routing tree:
.
└── default-route  receiver: everyone
    ├── {team="db"}  continue: true  receiver: dba
    └── {severity=~"critical|page"}  receiver: pager

`,
  });
});

describe('routes check', () => {
  it('passes', async () => {
    expect(await run('routes check good.yml')).toEqual({
      code: 0,
      stdout: 'good.yml: 3 tests passed\n',
      stderr: '',
    });
  });

  it('shows what is otherwise', async () => {
    const { code, stdout, stderr } = await run('routes check bad.yml');
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout)
      .toBe(`bad.yml:5:16: error "to the pager": the alert gets to pager, not to pagr; there is no receiver "pagr", did you mean "pager"? [routes/receivers]
    5 |     receivers: [pagr]
      |                ^^^^^^

bad.yml:9:12: error "never muted": time intervals mute the alert for all of its receivers [routes/muted]
    9 |     muted: false
      |            ^^^^^

bad.yml:13:9: error "inhibited": no rule lets this alert inhibit it [routes/inhibited-by]
   13 |       - {alertname: NodeDown, node: b}
      |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

bad.yml: 3 of 3 tests failed
`);
  });

  it('gives JSON', async () => {
    const { code, stdout } = await run('routes check --format json good.yml bad.yml');
    const outcomes = JSON.parse(stdout) as { file: string; name: string; line: number; passed: boolean }[];
    expect(code).toBe(1);
    expect(outcomes.map(({ file, line, passed }) => [file, line, passed])).toEqual([
      ['good.yml', 3, true],
      ['good.yml', 6, true],
      ['good.yml', 11, true],
      ['bad.yml', 3, false],
      ['bad.yml', 6, false],
      ['bad.yml', 10, false],
    ]);
  });

  it('checks the shape of its file', async () => {
    const { code, stdout, stderr } = await run('routes check shape.yml');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('shape.yml:4:5: error');
    expect(stderr).toContain('[routes/unknown-field]');
  });

  it('says which configuration it cannot read', async () => {
    const { code, stderr } = await run('routes check lost.yml');
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere.yml: no such file or directory');
  });
});

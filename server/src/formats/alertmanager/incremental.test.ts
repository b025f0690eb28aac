import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../text/finding';
import { hostSpan } from '../../text/region';
import { TextBuffer } from '../../text/text-buffer';
import { edit, randomEdits, YAML_SIGNS, type RandomEdit } from '../pieces/testing';
import { IncrementalConfig } from './incremental';
import { configNames } from './names';
import { readConfig, type ConfigSettings } from './read';

const SETTINGS: ConfigSettings = { version: [0, 31], matchers: 'fallback' };

const FILE = `# who gets what
global:
  resolve_timeout: 5m
  slack_api_url: 'https://hooks.slack.com/services/x'
route:
  receiver: team
  group_by: [alertname, "job"]
  routes:
    - matchers:
        - severity = "critical"
        - 'team=~"a|b"'
      receiver: pager
      continue: true
      routes:
        - matchers: [service=db]
          receiver: team
    # at night
    - receiver: team
      mute_time_intervals: [night]
  repeat_interval: 4h
receivers:
- name: team
  slack_configs:
  - channel: '#alerts'
    title: >-
      {{ .CommonLabels.alertname }}:
      {{ template "slack.title" . }}
    text: "{{ range .Alerts }}
      {{ .Annotations.summary }}{{ end }}"
- name: pager
  webhook_configs:
  - url: http://pager.example/hook
    send_resolved: false
inhibit_rules:
  - source_matchers: [severity="critical"]
    target_matchers: [severity="warning"]
    equal: [alertname]
templates:
- '*.tmpl'
time_intervals:
  - name: night
    time_intervals:
      - times: [{start_time: '22:00', end_time: '24:00'}]
        weekdays: ['monday:friday']
`;

const EDITS = randomEdits([
  ...YAML_SIGNS,
  '{{ x }}',
  '- name: team\n',
  '- name: late\n',
  '    - receiver: late\n',
  '  routes:\n',
  'receivers:\n',
  'route:\n',
  '- null\n',
  '\nglob',
  'global: {}\n',
  '  receiver: none\n',
  '  continue: true\n',
  'night',
  '{{ if }}',
]);

const byPlace = (a: Finding, b: Finding) =>
  a.span.from - b.span.from || a.span.to - b.span.to || a.message.localeCompare(b.message);

const bare = ({ code, severity, message, span }: Finding): Finding => ({ code, severity, message, span });

function findingsOf(config: IncrementalConfig): Finding[] {
  const own = config
    .units()
    .flatMap(({ findings, map }) =>
      findings.map((found) => ({ ...bare(found), span: hostSpan(map, found.span) })),
    );
  return [...own, ...config.fileFindings().map(bare)].sort(byPlace);
}

/** Everything that the pieces say, in offsets of the document. */
function said(config: IncrementalConfig) {
  const units = config.units();
  return {
    isCut: config.isCut,
    findings: findingsOf(config),
    labels: units.flatMap(({ facts }) => facts.labels),
    templates: units.flatMap(({ facts: { templates }, map }) =>
      templates.used.map(({ name, nameSpan }) => ({ name, span: hostSpan(map, nameSpan) })),
    ),
    names: units.flatMap(({ facts: { own }, map }) =>
      [own.receivers, own.usedReceivers, own.timeIntervals, own.usedTimeIntervals].map((names) =>
        names.map(({ text, span }) => ({ text, span: hostSpan(map, span) })),
      ),
    ),
  };
}

/** The configuration after edits, and its text. */
function edited(start: string, list: readonly RandomEdit[]) {
  const buffer = new TextBuffer(start);
  const config = new IncrementalConfig(buffer, SETTINGS);
  const text = list.reduce((current, one) => {
    const { change, text: next } = edit(current, one);
    buffer.replace(change, one[2]);
    config.update(change);
    // Asked for in between, so that nothing of it is kept too long.
    config.fileFindings();
    config.wholeModel();
    return next;
  }, start);
  return { config, text };
}

const replacing = (what: string, by: string): RandomEdit => [FILE.indexOf(what), what.length, by];

describe('IncrementalConfig', () => {
  it('finds nothing wrong with the file', () => {
    expect(findingsOf(new IncrementalConfig(FILE, SETTINGS))).toEqual([]);
    expect(new IncrementalConfig(FILE, SETTINGS).units()).toHaveLength(8);
  });

  it.each([
    ['\\n', FILE],
    ['\\r\\n', FILE.replaceAll('\n', '\r\n')],
  ])('says after edits what a new one says (%s)', (_, start) => {
    fc.assert(
      fc.property(EDITS, (list) => {
        const { config, text } = edited(start, list);
        config.confirm();
        const anew = new IncrementalConfig(text, SETTINGS);
        expect(said(config)).toEqual(said(anew));
        expect(configNames(config.wholeModel())).toEqual(configNames(anew.wholeModel()));
      }),
      { numRuns: 100 },
    );
  });

  it('says in pieces what a reading of the whole says', () => {
    fc.assert(
      fc.property(EDITS, (list) => {
        const text = list.reduce((current, one) => edit(current, one).text, FILE);
        const whole = readConfig(text, SETTINGS);
        const config = new IncrementalConfig(text, SETTINGS);
        // Faults of YAML are repaired by guess, and a piece may guess better. The verdict has to be the same.
        const isRefused = (findings: readonly Finding[]) =>
          findings.some(({ severity }) => severity === 'error');
        expect(isRefused(findingsOf(config))).toBe(isRefused(whole.findings));
        if (!whole.broken) expect(findingsOf(config)).toEqual(whole.findings.map(bare).sort(byPlace));
      }),
      { numRuns: 200 },
    );
  });

  it.each<[string, RandomEdit, readonly string[]]>([
    ['an undefined receiver of a child', replacing('receiver: pager', 'receiver: pagr'), ['pagr']],
    ['an undefined receiver of the root', replacing('receiver: team', 'receiver: none'), ['none']],
    ['the root without a receiver', replacing('receiver: team\n  ', ''), ['group_by']],
    [
      'the root with a key of children behind them',
      replacing('repeat_interval: 4h', 'continue: true'),
      ['continue'],
    ],
    ['a receiver that is gone', replacing('name: pager', 'name: x'), ['pager']],
    ['a receiver that comes twice', replacing('name: pager', 'name: team'), ['team', 'pager']],
    ['an undefined time interval', replacing('[night]', '[day]'), ['day']],
    ['a global setting that a receiver needs', replacing('slack_api_url', '#'), ['channel']],
  ])('sees %s', (_, change, at) => {
    const { config, text } = edited(FILE, [change]);
    const shown = config.fileFindings().map(({ span }) => text.slice(span.from, span.to));
    expect(shown).toEqual(at);
  });

  it('has nothing to say of what may stand in a broken piece', () => {
    const { config } = edited(FILE, [replacing('name: pager', 'name: "pager')]);
    expect([config.isDoubtful, config.fileFindings()]).toEqual([true, []]);
  });

  it('reports the units that an edit replaced', () => {
    const buffer = new TextBuffer(FILE);
    const config = new IncrementalConfig(buffer, SETTINGS);
    const { change } = edit(FILE, replacing('#alerts', '#a'));
    buffer.replace(change, '#a');
    const { removed, added } = config.update(change);
    const receivers = (units: typeof added) =>
      units.map(({ facts }) => facts.own.receivers.map(({ text }) => text));
    // The file's own keys, because the edit could have joined the first receiver to them.
    expect([receivers(removed), receivers(added)]).toEqual([
      [[], ['team']],
      [[], ['team']],
    ]);
  });

  it('gives a slice of a child that reads as one', () => {
    const config = new IncrementalConfig(FILE, SETTINGS);
    const at = FILE.indexOf('service=db');
    const { model, map, text, dialect } = config.sliceAt(at);
    expect(text.slice(map.toFragment(at)).startsWith('service=db')).toBe(true);
    expect(model.route?.routes[0]?.routes[0]?.receiver?.text).toBe('team');
    expect(dialect.version).toEqual([0, 31]);
  });

  it('parses the whole once between edits', () => {
    const { config } = edited(FILE, [replacing('5m', '6m')]);
    expect(config.wholeModel()).toBe(config.wholeModel());
    expect(config.wholeSlice().text).toContain('6m');
  });
});

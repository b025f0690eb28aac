import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { decodeFile } from './decode';
import { foldingSpans } from './folding';
import { hoverField } from './hover';
import { links } from './links';
import { locate } from './locate';
import type { RuleFileModel } from './model';
import { fileSymbols, type OutlineItem } from './symbols';

function modelOf(text: string): RuleFileModel {
  const dialect = { version: [3, 14], features: new Set<string>() } as const;
  return decodeFile(parseYaml(text)[0]?.root, { text, dialect, nameValidation: 'utf8' }).model;
}

const text = `groups:
  - name: api
    interval: 30s
    rules:
      - record: job:up:sum
        expr: sum by (job) (up)
      - alert: Down
        expr: |
          up
            == 0

        for: 5m
        labels:
          severity: critical
        annotations:
          summary: See https://example.com/a, or ask.
          runbook_url: 'https://example.com/runbook#{{ $labels.job }}'
          dashboard: "https://example.com/d"
      - expr: up
  - rules: []
`;

describe('fileSymbols', () => {
  it('lists groups and their rules', () => {
    const show = ({ kind, name, detail, selection, children }: OutlineItem): string[] => [
      `${kind} ${name} (${detail}) ${JSON.stringify(text.slice(selection.from, selection.to))}`,
      ...children.flatMap(show).map((line) => `  ${line}`),
    ];
    expect(fileSymbols(modelOf(text)).flatMap(show)).toEqual([
      'group api (3 rules, every 30s) "api"',
      '  record job:up:sum (recording rule) "job:up:sum"',
      '  alert Down (critical, for 5m) "Down"',
      '  rule (no name) () ""',
      'group (no name) (0 rules) ""',
    ]);
  });
});

describe('foldingSpans', () => {
  it('folds groups, rules and long fields', () => {
    const line = (offset: number): number => text.slice(0, offset).split('\n').length;
    const lines = foldingSpans(text, modelOf(text)).map(({ from, to }) => `${line(from)}-${line(to)}`);
    expect(lines).toEqual(['1-20', '2-19', '4-19', '5-6', '7-18', '8-10', '13-14', '15-18']);
  });

  it('folds nothing twice through an alias', () => {
    const aliased =
      'groups:\n- name: a\n  rules:\n  - record: a\n    expr: b\n    labels: &x\n      c: d\n  - record: b\n    expr: b\n    labels: *x\n';
    const starts = foldingSpans(aliased, modelOf(aliased)).map(({ from }) => from);
    expect(starts.filter((from) => aliased.startsWith('labels', from))).toHaveLength(1);
  });
});

describe('links', () => {
  it('finds addresses in annotations, without the text around them', () => {
    const found = links(modelOf(text)).map(({ span, target }) => [text.slice(span.from, span.to), target]);
    expect(found).toEqual([
      ['https://example.com/a', 'https://example.com/a'],
      ['https://example.com/d', 'https://example.com/d'],
    ]);
  });

  it('maps them through escapes and folds', () => {
    const escaped =
      'groups:\n- name: a\n  rules:\n  - alert: a\n    expr: b\n    annotations: {a: "\\u00e9 https://x.org/\\u0061b"}';
    const [link] = links(modelOf(escaped));
    expect(link?.target).toBe('https://x.org/ab');
    expect(escaped.slice(link?.span.from, link?.span.to)).toBe('https://x.org/\\u0061b');
  });
});

describe('hoverField', () => {
  function hover(word: string, delta = 1): string | undefined {
    const place = locate(modelOf(text), text.indexOf(word) + delta);
    return place && hoverField(place)?.markdown;
  }

  it.each([
    ['groups:', /^\*\*`groups`\*\* – list of groups\n\nThe rule groups/],
    ['interval:', /Default: the `evaluation_interval`/],
    ['for:', /duration, alerting rules only/],
    ['labels:', /Labels added to/],
    ['5m', /^5 minutes$/],
    ['30s', /^30 seconds$/],
    ['severity:', /^\*\*`severity`\*\* – How urgent/],
    ['runbook_url:', /Where it is written what to do/],
  ])('explains %s', (word, expected) => {
    expect(hover(word)).toMatch(expected);
  });

  it.each(['Down', 'sum by', 'critical', 'See https', 'dashboard:'])('says nothing of %s', (word) => {
    expect(hover(word)).toBeUndefined();
  });

  it('says whose a foreign field is', () => {
    const foreign = 'groups:\n- name: a\n  partial_response_strategy: warn';
    const place = locate(modelOf(foreign), foreign.indexOf('partial') + 1);
    expect(place && hoverField(place)?.markdown).toMatch(/a field of Thanos/);
  });
});

import { describe, expect, it } from 'vitest';
import { cursor } from '../../testing/cursor';
import { completeMatchers, type AlertKnowledge } from './complete';

const VALUES: Readonly<Record<string, string[]>> = {
  severity: ['critical', 'warning', 'info'],
  team: ['db', 'web', 'data base', 'a.b', 'a"b'],
};
const KNOWLEDGE: AlertKnowledge = {
  labelNames: () => ['alertname', 'severity', 'team', 'cost center'],
  labelValues: (label) => VALUES[label] ?? [],
};

function labels(marked: string): string[] {
  const { text, offset } = cursor(marked);
  return completeMatchers(text, offset, KNOWLEDGE).map(({ label }) => label);
}

/** What choosing `label` makes of the text. */
function chosen(marked: string, label: string): string {
  const { text, offset } = cursor(marked);
  const found = completeMatchers(text, offset, KNOWLEDGE).find((suggestion) => suggestion.label === label);
  if (!found) return 'not offered';
  return text.slice(0, found.replace.from) + (found.insertText ?? label) + text.slice(found.replace.to);
}

describe('what is offered', () => {
  const names = ['alertname', 'severity', 'team', 'cost center'];
  const operators = ['=', '!=', '=~', '!~'];
  it.each([
    ['‸', names],
    ['{‸', names],
    ['severity="critical",‸', names],
    ['severity="critical", te‸', ['team']],
    ['"cost‸', ['cost center']],
    ['severity ‸', operators],
    ['severity !‸', ['!=', '!~']],
    ['severity=‸', VALUES.severity],
    ['severity="‸', VALUES.severity],
    ['severity="cr‸"', ['critical']],
    ['severity=~"‸"', [...(VALUES.severity ?? []), '.+', '.*']],
    ['severity=~"critical|w‸"', ['warning']],
    ['"severity"="‸"', VALUES.severity],
    ['unknown="‸"', []],
    ['{severity="critical"}‸', []],
    ['severity is ‸', []],
  ])('%s', (marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });
});

describe('what is inserted', () => {
  it.each([
    ['se‸', 'severity', 'severity="$1"'],
    ['se‸="critical"', 'severity', 'severity="critical"'],
    ['‸', 'cost center', '"cost center"="$1"'],
    ['severity ‸', '=~', 'severity =~"$1"'],
    ['severity!‸', '!=', 'severity!="$1"'],
    ['severity=‸', 'critical', 'severity="critical"'],
    ['severity=cr‸', 'critical', 'severity="critical"'],
    ['severity=cr‸it, team=db', 'critical', 'severity="critical", team=db'],
    ['{severity=cr‸}', 'critical', '{severity="critical"}'],
    ['severity="cr‸', 'critical', 'severity="critical"'],
    ['severity="‸warning"', 'critical', 'severity="critical"'],
    ['team="‸"', 'a"b', 'team="a\\"b"'],
    ['team=~"db|‸"', 'a.b', 'team=~"db|a\\\\.b"'],
    ['team=~"(db|w‸)"', 'web', 'team=~"(db|web)"'],
    ['team=~db|w‸', 'web', 'team=~db|web'],
    ['team=~db|d‸', 'data base', 'not offered'],
    ['team=~d‸', 'data base', 'team=~"data base"'],
  ])('%s + %s', (marked, label, expected) => {
    expect(chosen(marked, label)).toBe(expected);
  });
});

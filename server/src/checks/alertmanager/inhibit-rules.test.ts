import { describe, expect, it } from 'vitest';
import { adviceOn } from './testing';

function rule(fields: string): string {
  return `route: {receiver: a}\nreceivers: [{name: a}]\ninhibit_rules:\n- ${fields}\n`;
}

describe('inhibit rules', () => {
  it.each([
    ['sides that exclude each other', '{source_matchers: [s="x"], target_matchers: [s="y"]}'],
    ['the same sides', '{source_matchers: [s="x"], target_matchers: [«s="x"»]}'],
    ['a target inside of the source', '{source_matchers: [s=~"x|y"], target_matchers: [«s="x"», t="z"]}'],
    ['a source inside of the target', '{source_matchers: [s="x"], target_matchers: [s=~"x|y"]}'],
    ['sides that may overlap', '{source_matchers: [alertname="x"], target_matchers: [s="y"]}'],
    ['a source that everything matches', '{target_matchers: [«s="x"»]}'],
    ['the old notation', '{source_match: {s: x}, target_match: {«s: x»}}'],
  ])('have %s', (_, fields) => {
    expect(adviceOn(rule(fields), 'self-inhibition').marked).toBe(rule(fields));
  });

  it.each([
    ['labels', '{source_matchers: [s="x"], target_matchers: [s="y"], equal: [cluster]}'],
    ['none', '«source_matchers»: [s="x"]\n  target_matchers: [s="y"]'],
    ['an empty list', '{source_matchers: [s="x"], target_matchers: [s="y"], «equal»: []}'],
    ['a value that both sides ask for', '{source_matchers: [s="x", c="z"], target_matchers: [s="y", c="z"]}'],
  ])('are equal in %s', (_, fields) => {
    expect(adviceOn(rule(fields), 'inhibit-without-equal').marked).toBe(rule(fields));
  });

  it('says what a rule without effect does', () => {
    const same = adviceOn(rule('{source_matchers: [s="x"], target_matchers: [s="x"]}'), 'self-inhibition');
    expect(same.found[0]?.message).toContain('does nothing');
    const inside = adviceOn(rule('{source_matchers: [s!=""], target_matchers: [s="x"]}'), 'self-inhibition');
    expect(inside.found[0]?.message).toContain('match the source alone');
  });
});

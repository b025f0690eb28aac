import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../languages/yaml/parse';
import { decodeFile } from './decode';
import { context, findings, group, rule } from './testing';

describe('decodeFile: holes', () => {
  /** Decodes with the stretches in `«»` as holes, which stand there as spaces or as what is in the marks. */
  function withHoles(marked: string): string[] {
    const holes: { from: number; to: number }[] = [];
    let text = '';
    for (const part of marked.split(/(«[^»]*»)/)) {
      if (part.startsWith('«')) holes.push({ from: text.length, to: text.length + part.length - 2 });
      text += part.replace(/[«»]/g, '');
    }
    return findings(text, { holes });
  }

  it.each([
    ['a duration', rule('alert: a\nexpr: up\nfor: «xxxx»')],
    ['a part of a duration', rule('alert: a\nexpr: up\nfor: «xxxx»m')],
    ['a name', rule('alert: «xxxx»\nexpr: up')],
    ['an empty name', rule('alert: «    »\nexpr: up')],
    ['a record’s braces', rule('record: a«{{x}}»\nexpr: up')],
    ['a key', rule('alert: a\nexpr: up\n«xxxx»: 5m')],
    ['a label name', rule('alert: a\nexpr: up\nlabels: {«__name__»: x}')],
    ['a template', rule('alert: a\nexpr: up\nannotations: {a: "{{ «xxxx»"}')],
    ['labels', rule('alert: a\nexpr: up\nlabels: «xxxx»')],
    ['a limit', 'groups:\n- name: a\n  limit: «xxxx»'],
    ['a group’s name', 'groups:\n- name: «xxxx»'],
    ['fields behind the others', rule('alert: a\n«        »')],
    ['fields between the others', rule('alert: a\n«        »\nfor: 5m')],
    ['fields in front of the others', rule('«        »\nalert: a')],
    ['a whole rule', rule('«xxxx»')],
  ])('says nothing of %s that is templated', (_, marked) => {
    expect(withHoles(marked)).toEqual([]);
  });

  it('still sees what is wrong beside them', () => {
    expect(withHoles(rule('alert: «xxxx»\nfor: 5x'))).toHaveLength(2);
    expect(withHoles(rule('alert: a«xxxx»\nrecord: b\nexpr: up'))).toEqual([]);
  });
});

describe('decodeFile: where YAML can not be read', () => {
  function findingsWith(text: string): string[] {
    const [document] = parseYaml(text, { recover: true });
    const guesses = document?.faults.map(({ span }) => span);
    expect(guesses).not.toEqual([]);
    return decodeFile(document?.root, context(text, { guesses })).findings.map(({ code, span }) => {
      return `${code} ${JSON.stringify(text.slice(span.from, span.to))}`;
    });
  }

  it.each([
    ['a lost space', rule('record: a\nexpr:up')],
    ['a lost indentation', rule('alert: a\nexpr: up').replace('    expr', '   expr')],
    ['too much indentation', rule('alert: a\nlabels:\na: b\n  c: d\nexpr: up')],
    ['a character that starts nothing', rule('alert: a\nexpr: %up')],
    ['an open brace', rule('alert: a\nlabels: {a: b\nexpr: up')],
    ['an open quote', rule('alert: a\nexpr: "up =\nfor: 5m')],
    ['a list in front', '- a\n' + rule('alert: a\nexpr: up')],
  ])('concludes nothing from %s', (_, text) => {
    expect(findingsWith(text)).toEqual([]);
  });

  it('still checks the rules around', () => {
    const text = group(
      '- alert: a\n  expr: up ==\n- alert: b\n  expr:up\n- alert: c\n  expr: up\n- alert: d\n  fro: 5\n',
    );
    expect(findingsWith(text)).toContain('rules/unknown-field "fro"');
    expect(findingsWith(text)).toContain('rules/missing-expr "alert"');
    expect(findingsWith(text).filter((finding) => finding.startsWith('promql/'))).toHaveLength(1);
  });
});

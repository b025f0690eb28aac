import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { documentHighlights } from './highlight';
import { project } from './testing';

/** The text with what is highlighted in guillemets, `«!…»` where it is defined. */
async function highlighted(name: string, marked: string): Promise<string> {
  const { context, position } = await project({ [name]: marked, 'other.toy': 'counter far{method}' });
  const { lines, text } = context.document;
  let shown = text.slice(0);
  const found = documentHighlights(context, position).map(({ range, kind }) => ({
    from: lines.offsetAt(range.start),
    to: lines.offsetAt(range.end),
    mark: kind === DocumentHighlightKind.Write ? '!' : '',
  }));
  for (const { from, to, mark } of found.sort((a, b) => b.from - a.from)) {
    shown = `${shown.slice(0, from)}«${mark}${shown.slice(from, to)}»${shown.slice(to)}`;
  }
  return shown;
}

const YAML = (...lines: string[]): string => ['groups:', '- name: g', '  rules:', ...lines].join('\n');

describe('highlights', () => {
  it.each([
    [
      'histogram lat‸ency{a}\nquery `latency_sum / latency_count`',
      'histogram «!latency»{a}\nquery `«latency_sum» / «latency_count»`',
    ],
    [
      'histogram latency{a}\nquery `latency_s‸um / latency_count`',
      'histogram «!latency»{a}\nquery `«latency_sum» / latency_count`',
    ],
    [
      'counter a{met‸hod}\ncounter b{method}\nwrite a {method: GET}\nquery `a{method=""} + b{method=""}`',
      'counter a{«!method»}\ncounter b{method}\nwrite a {«method»: GET}\nquery `a{«method»=""} + b{method=""}`',
    ],
    ['query `{met‸hod="x"} / {method="y"}`', 'query `{«method»="x"} / {«method»="y"}`'],
    ['alert D‸own `up`\nexpect Down {}', 'alert «!Down» `up`\nexpect «Down» {}'],
  ])('in a program: %s', async (marked, expected) => {
    expect(await highlighted('a.toy', marked)).toBe(expected);
  });

  it.each([
    [
      YAML(
        '  - alert: A',
        '    expr: a{method="x"} and on (met‸hod) b',
        '    annotations: {s: "{{ $labels.method }}"}',
        "  - {alert: B, expr: \"a{method='y'} + c{method=''}\"}",
      ),
      YAML(
        '  - alert: A',
        '    expr: a{«method»="x"} and on («method») b',
        '    annotations: {s: "{{ $labels.«method» }}"}',
        "  - {alert: B, expr: \"a{«method»='y'} + c{method=''}\"}",
      ),
    ],
    [
      YAML('  - record: b', '    expr: "‸a + a"', '  - record: a', '    expr: up'),
      YAML('  - record: b', '    expr: "«a» + «a»"', '  - record: «!a»', '    expr: up'),
    ],
    [
      YAML('  - record: b', '    expr: &e a‸ + a', '  - record: a', '    expr: *e'),
      YAML('  - record: b', '    expr: &e «a» + «a»', '  - record: «!a»', '    expr: *e'),
    ],
  ])('in a rule file', async (marked, expected) => {
    expect(await highlighted('r.yml', marked)).toBe(expected);
  });
});

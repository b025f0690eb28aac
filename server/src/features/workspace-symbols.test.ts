import { expect, it } from 'vitest';
import { project } from './testing';
import { workspaceSymbols } from './workspace-symbols';

it.each([
  ['', ['Down 6', 'a:b 4', 'latency 1', 'requests_total 2']],
  ['RT', ['requests_total 2']],
  ['bucket', []],
  ['heap', []],
])('symbols with the letters of "%s"', async (query, expected) => {
  const { workspace } = await project({
    'a.toy': '‸histogram latency{}\ncounter requests_total{}\ndefault gauge heap{}',
    'r.yml': 'groups:\n- name: g\n  rules:\n  - record: a:b\n    expr: up\n  - alert: Down\n    expr: up\n',
  });
  const found = await workspaceSymbols(workspace, query);
  expect(
    found
      .map(({ name, location }) => `${name} ${'range' in location ? location.range.start.line + 1 : ''}`)
      .sort(),
  ).toEqual(expected);
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { references } from '../../server/src/features/definition';
import { rename } from '../../server/src/features/rename';
import { afterEdit, placesInWords, project } from '../../server/src/features/testing';

const RUNS = { numRuns: Number(process.env.RUNS ?? 30) };

/** The metrics of the program; each is the start, the end or the middle of another name. */
const METRICS = `import { Counter, Histogram } from 'prom-client';
new Counter({ name: 'a_total', help: 'A.', labelNames: ['x'] });
new Counter({ name: 'a_total_total', help: 'B.', labelNames: ['x'] });
new Histogram({ name: 'wait', help: 'C.', labelNames: ['x', 'y'] });
new Histogram({ name: 'long_wait', help: 'D.', labelNames: ['x', 'y'] });
`;
const SERIES = [
  'a_total',
  'a_total_total',
  'wait_sum',
  'wait_bucket',
  'wait_count',
  'long_wait_sum',
  'wait_summed',
];

const selector = fc
  .tuple(fc.constantFrom(...SERIES), fc.constantFrom('', '{x="1"}', "{y!='wait_sum'}", '{x=~"a_total|b"}'))
  .chain(([name, matchers]) =>
    fc.constantFrom(
      name + matchers,
      `{"${name}"${matchers && `, ${matchers.slice(1, -1)}`}}`,
      `{__name__="${name}"${matchers && `, ${matchers.slice(1, -1)}`}}`,
    ),
  );
const expression = fc
  .array(selector, { minLength: 1, maxLength: 3 })
  .chain((operands) =>
    fc.constantFrom(
      operands.join(' + '),
      `sum by (x) (rate(${operands[0]}[5m])) / on (x) ${operands.at(-1)}`,
      `sum(\n  ${operands.join('\n  or\n  ')}\n)`,
    ),
  );

/** The ways to write an expression in a rule file. */
const scalar = expression.chain((expr) => {
  const line = expr.replaceAll(/\s+/g, ' ');
  const block = expr.replaceAll('\n', '\n      ');
  return fc.constantFrom(
    `"${line.replaceAll('"', '\\"')}"`,
    `'${line.replaceAll("'", "''")}'`,
    `|\n      ${block}`,
    `>-\n      ${block}`,
  );
});
const rules = fc.array(scalar, { minLength: 1, maxLength: 4 }).map((scalars) => {
  const written = scalars.map(
    (expr, i) => `  - ${i % 2 === 0 ? 'record: r:' : 'alert: A'}${i}\n    expr: ${expr}\n`,
  );
  return `groups:\n- name: g\n  rules:\n${written.join('')}`;
});

/** The ways to write one in a program. */
const query = expression.chain((expr) =>
  fc.constantFrom(
    `promql\`${expr}\`;`,
    `/* promql */ ${JSON.stringify(expr)};`,
    `/* promql */ ${JSON.stringify(expr.slice(0, 9))} + ${JSON.stringify(expr.slice(9))};`,
    `/* promql */ '${expr.replaceAll('\n', '\\n').replaceAll("'", "\\'")}';`,
  ),
);
const queries = fc
  .array(query, { maxLength: 3 })
  .map((all) => `import { promql } from './promql';\n${all.join('\n')}\n`);
const page = expression.map((expr) => `# Queries\n\n\`\`\`promql\n${expr}\n\`\`\`\n`);
const board = fc.array(expression, { minLength: 1, maxLength: 2 }).map((all) => {
  const targets = all.map((expr, i) => ({ refId: String(i), expr }));
  const panel = { type: 'timeseries', title: 'P', datasource: { type: 'prometheus' }, targets };
  return JSON.stringify({ title: 'B', schemaVersion: 39, panels: [panel] }, undefined, 1);
});

const files = fc.record({
  'm.ts': fc.constant(METRICS),
  'r.yml': rules,
  'q.ts': queries,
  'p.md': page,
  'b.json': board,
  'e.promql': expression,
});

/** Every place of the metric, from its definition on, `file:line name`. */
async function placesOf(texts: Readonly<Record<string, string>>, name: string): Promise<string[]> {
  const marked = { ...texts, 'm.ts': (texts['m.ts'] ?? '').replace(`'${name}'`, `'‸${name}'`) };
  const { workspace, context, position } = await project(marked);
  return placesInWords(workspace, await references(context, position, true));
}

const RENAMES = [
  ['a_total', 'b_total'],
  ['a_total_total', 'b'],
  ['wait', 'delay'],
] as const;

it.each(RENAMES)('%s becomes %s at all of its places, and nowhere else', async (name, newName) => {
  await fc.assert(
    fc.asyncProperty(files, async (texts) => {
      const before = await placesOf(texts, name);
      const others = await Promise.all(
        RENAMES.map(([other]) => other)
          .filter((other) => other !== name)
          .map((other) => placesOf(texts, other)),
      );
      const marked = { ...texts, 'm.ts': METRICS.replace(`'${name}'`, `'‸${name}'`) };
      const { workspace, context, position } = await project(marked);
      const edit = await rename(context, position, newName, true);
      if ('refused' in edit) {
        // A name that is cut in two can't be changed.
        expect(edit.refused).toMatch(/^w\/q\.ts:\d+: /);
        return;
      }
      const after = { ...texts, ...(await afterEdit(workspace, edit)) };
      const expected = before.map((place) => place.replace(` ${name}`, ` ${newName}`)).sort();
      expect(await placesOf(after, newName)).toEqual(expected);
      for (const [i, other] of RENAMES.map(([other]) => other)
        .filter((one) => one !== name)
        .entries()) {
        expect(await placesOf(after, other)).toEqual(others[i]);
      }
    }),
    RUNS,
  );
});

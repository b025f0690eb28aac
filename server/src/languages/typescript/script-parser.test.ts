import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { show } from '../code/testing';
import type { CodeFile } from '../code/tree';
import { ScriptParser } from './script-parser';
import type { ScriptDialect } from './script-parser';

/** Everything that a reading says, as text. */
function told(file: CodeFile): string[] {
  const at = ({ span: { from, to } }: { span: { from: number; to: number } }) => `${from}-${to}`;
  return [
    ...file.calls.map((call) => `${at(call)} ${show(call)}`),
    ...file.objects.map((object) => `${at(object)} ${show(object)}: ${object.type ? show(object.type) : ''}`),
    ...file.tagged.map(({ tag, string }) => `${show(tag)} ${at(string)} ${string.text}`),
    ...file.marked.map(({ comment, string }) => `${comment} ${at(string)} ${string.text}`),
    ...[...file.exports].map(([name, value]) => `${name} ${show(value)}`),
    ...[...file.wanted].map((module) => `wants ${module}`),
  ];
}

const PROGRAM = `import client, { Counter } from 'prom-client';
import type { Rule } from './rules';
import { NAMES } from '../names';
const PREFIX = 'app';
enum Path { Home = '/', User = '/user' }
/** Requests. */
export const requests = new Counter({ name: \`\${PREFIX}_requests_total\`, help: 'All ' + "requests", labelNames: ['path'] });
export const sizes = new client.Histogram({ ...base, name: NAMES.sizes, buckets: [0.1, 5, -1] });
const rules: Rule[] = [{ alert: 'Down', expr: 'up == 0', for: '5m' }, { record: 'a:b', expr: /* promql */ \`sum(up)\` }];
class Service<T extends object> extends Base {
  private readonly q = 'rate(x[5m])';
  constructor(private readonly prom: PrometheusDriver, x?: number) { super(); this.z = x ? 1 : 2; }
  async up({ a, b = 1 }: { a: string; b?: number }): Promise<void> {
    for (const i of [1, 2, 3]) { requests.labels({ path: Path.User }).inc(i); }
    // language=promql
    const q = \`rate(\${a}[\${b}m])\`;
    await this.prom.instantQuery(q, /re[/]x'/g, (x) => x?.y!.z);
    return fetch(\`/api/v1/query?query=\${encodeURIComponent(promql\`up{job="\${a}"}\`)}\`);
  }
}
export default Service;
module.exports = { requests, other: 'x' };
`;

describe('reading again', () => {
  const pieces = [
    '{',
    '}',
    '(',
    ')',
    '`',
    "'",
    '"',
    '${',
    '\n',
    '/*',
    '*/',
    '//',
    ';',
    'const a = 1;',
    ' up ',
    '=',
    '.',
    ',',
    '<',
    'x',
    '\\',
    'é',
    '',
  ];
  const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 12 }), insert: fc.constantFrom(...pieces) });

  test('after edits says what reading anew says', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const kept = new ScriptParser('ts');
        let text = PROGRAM;
        kept.read(text);
        for (const { at, remove, insert } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + insert + text.slice(from + remove);
          expect(told(kept.read(text))).toEqual(told(new ScriptParser('ts').read(text)));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('copes with any dialect', () => {
    for (const dialect of ['tsx', 'js', 'jsx', 'vue', 'svelte'] satisfies ScriptDialect[]) {
      const page =
        dialect === 'vue' || dialect === 'svelte' ? `<script lang="ts">${PROGRAM}</script>` : PROGRAM;
      const file = new ScriptParser(dialect).read(page);
      expect(file.calls.map((call) => show(call.callee))).toContain('prom-client:Counter');
    }
  });
});

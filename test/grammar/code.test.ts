import { describe, expect, it } from 'vitest';
import { loadGrammar, scopesAtMark } from './tokens';

const EMBEDDED = 'meta.embedded.inline.promql';
const METRIC = 'variable.other.metric.promql';
const LABEL = 'variable.parameter.label.promql';
const STRING = 'string.quoted.double.promql';

describe.each(['source.ts', 'source.tsx', 'source.js', 'source.js.jsx'] as const)('in %s', async (host) => {
  const grammar = await loadGrammar(host);

  it.each([
    ['tag', 'const q = promql`‸up`;', METRIC],
    ['tag of an object', 'run(q.promql`sum(‸up)`);', METRIC],
    ['in an object', 'const a = { expr: promql`‸up` };', METRIC],
    ['label', 'promql`up{‸job="a"}`', LABEL],
    ['string', 'promql`up{job="‸a"}`', STRING],
    ['regular expression', 'promql`up{job=~"‸a|b"}`', 'string.regexp.promql'],
    ['behind a regular expression', 'promql`up{job=~"a", ‸b="c"}`', LABEL],
    ['function', 'promql`‸rate(up[5m])`', 'support.function.promql'],
    ['range', 'promql`rate(up[‸5m])`', 'constant.numeric.duration.promql'],
    ['second line', 'promql`\n  ‸up\n`', METRIC],
    ['labels on their own lines', 'promql`\n  up{\n    ‸job="a",\n  }\n`', LABEL],
    ['grouping', 'promql`sum by (‸job) (up)`', LABEL],
    ['comment', 'promql`up # ‸note\n`', 'comment.line.number-sign.promql'],
    ['behind a hole', 'promql`up{job="${job}"} + ‸down`', METRIC],
    ['behind a hole in a range', 'promql`rate(up[${w}]) + ‸down`', METRIC],
    ['comment, template', 'const q = /* promql */ `‸up`;', METRIC],
    ['comment, double quotes', 'const q = /* promql */ "‸up";', METRIC],
    ['comment, single quotes', 'const q = /* promql */ \'up{job="‸a"}\';', STRING],
    ['comment, escapes', 'const q = /* promql */ "up{job=\\"a\\"} + ‸down";', METRIC],
    ['comment as of IntelliJ', 'const q = /* language=PromQL */ `‸up`;', METRIC],
  ])('%s', (_, text, scope) => {
    const scopes = scopesAtMark(grammar, text);
    expect(scopes).toContain(EMBEDDED);
    expect(scopes.at(-1)).toBe(scope);
  });

  it.each([
    ['the tag', 'const q = ‸promql`up`;'],
    ['the backtick', 'const q = promql‸`up`;'],
    ['behind the template', 'const q = promql`up`; ‸next();'],
    ['behind an unclosed brace', 'const q = promql`up{job="a"`; ‸next();'],
    ['behind an unclosed string', 'const q = promql`up{job="a`; ‸next();'],
    ['behind an unclosed comment', 'const q = promql`up # a`; ‸next();'],
    ['behind an unclosed quoted string', "const q = /* promql */ 'up{'; ‸next();"],
    ['a template with another tag', 'const q = sql`‸up`;'],
    ['a tag that only ends like it', 'const q = xpromql`‸up`;'],
    ['a string behind another comment', "const q = /* about promql */ '‸up';"],
    ['a tag in a comment', '// promql`‸up`'],
    ['a tag in a string', "const s = 'promql`‸up`';"],
  ])('leaves alone %s', (_, text) => {
    expect(scopesAtMark(grammar, text)).not.toContain(EMBEDDED);
  });

  it.each([
    ['operand', 'promql`${‸metric} > 0`'],
    ['in a string', 'promql`up{job="${‸job}"}`'],
    ['in a regular expression', 'promql`up{job=~"${‸job}.*"}`'],
    ['in a range', 'promql`up[${‸window}]`'],
    ['in matchers', 'promql`up{${‸matchers}}`'],
    ['with a template in it', 'promql`up{a="${x ? `${‸y}` : z}"}`'],
  ])('a hole is the host language: %s', (_, text) => {
    const scopes = scopesAtMark(grammar, text);
    expect(scopes).toContain('meta.template.expression.ts');
    expect(scopes.at(-1)).toMatch(/^(variable|meta\.embedded\.line)/);
  });
});

describe('in Python', async () => {
  const grammar = await loadGrammar('source.python');

  it.each([
    ['assignment', '# promql\nQUERY = "‸up"', METRIC],
    ['with a type', '# promql\nQUERY: str = "‸up"', METRIC],
    ['its own line', 'run(\n    # promql\n    "‸up",\n)', METRIC],
    ['in parentheses', '# promql\nq = (\n    "‸up"\n)', METRIC],
    ['single quotes', '# promql\nq = \'up{job="‸a"}\'', STRING],
    ['three quotes', '# language=promql\nq = """\n  sum(\n    ‸up\n  )\n"""', METRIC],
    ['three quotes, first line', '# promql\nq = """‸up\n"""', METRIC],
    ['three quotes, one line', '# promql\nq = """‸up"""', METRIC],
    ['three quotes, last line', '# promql\nq = """\n  up\n  + ‸down"""', METRIC],
    ['labels on their own lines', '# promql\nq = """\n  up{\n    ‸job="a",\n  }\n"""', LABEL],
    ['formatted', '# promql\nq = f"rate({metric}[5m]) + ‸up"', METRIC],
  ])('%s', (_, text, scope) => {
    const scopes = scopesAtMark(grammar, text);
    expect(scopes).toContain(EMBEDDED);
    expect(scopes.at(-1)).toBe(scope);
  });

  it.each([
    ['the name', '# promql\n‸QUERY = "up"'],
    ['behind the string', '# promql\nq = "up"\nb = "‸x"'],
    ['behind three quotes', '# promql\nq = """up{"""\nb = "‸x"'],
    ['behind an unclosed brace on another line', '# promql\nq = """\nup{\n"""\nb = "‸x"'],
    ['a string after something else', '# promql\nprint(1)\nb = "‸x"'],
    ['another comment', '# about promql\nq = "‸up"'],
  ])('leaves alone %s', (_, text) => {
    expect(scopesAtMark(grammar, text)).not.toContain(EMBEDDED);
  });

  it('leaves a hole to the host', () => {
    const scopes = scopesAtMark(grammar, '# promql\nq = f"rate({‸metric}[5m])"');
    expect(scopes.join(' ')).not.toContain('variable.other.metric');
  });
});

describe('in Markdown', async () => {
  const grammar = await loadGrammar('text.html.markdown');

  it.each([
    ['a fence', 'Text\n\n```promql\n‸up\n```\n'],
    ['a second line', '```promql\nup\n+ ‸down\n```\n'],
    ['tildes', '~~~promql\n‸up\n~~~\n'],
    ['with a title', '```promql title="x"\n‸up\n```\n'],
    ['in a list', '- a\n\n  ```promql\n  ‸up\n  ```\n'],
  ])('%s', (_, text) => {
    const scopes = scopesAtMark(grammar, text);
    expect(scopes).toContain('meta.embedded.block.promql');
    expect(scopes.at(-1)).toBe(METRIC);
  });

  it.each([
    ['behind the fence', '```promql\nup{\n```\n\n‸text\n'],
    ['another language', '```sql\n‸up\n```\n'],
    ['the fence itself', '```‸promql\nup\n```\n'],
  ])('leaves alone %s', (_, text) => {
    expect(scopesAtMark(grammar, text)).not.toContain('meta.embedded.block.promql');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostSpan } from '../../text/region';
import { show } from '../code/testing';
import { GoParser } from './parser';

const IMPORTS = `package main
import (
  "fmt"
  "github.com/prometheus/client_golang/prometheus"
  auto "github.com/prometheus/client_golang/prometheus/promauto"
)
`;
const PROMETHEUS = 'github.com/prometheus/client_golang/prometheus';

/** The calls in `text`, shown, with short names of the packages. */
function calls(text: string): string[] {
  return new GoParser()
    .read(IMPORTS + text)
    .calls.map((call) =>
      show(call).replaceAll(`${PROMETHEUS}/promauto:.`, 'auto.').replaceAll(`${PROMETHEUS}:.`, 'prom.'),
    );
}

describe('calls of client_golang', () => {
  it.each([
    [
      'a counter with labels',
      `var c = prometheus.NewCounterVec(
        prometheus.CounterOpts{Namespace: "app", Name: "requests_total", Help: "Requests."},
        []string{"method", "code"},
      )`,
      [
        'prom.NewCounterVec({Namespace: "app", Name: "requests_total", Help: "Requests."}, ["method", "code"])',
      ],
    ],
    [
      'promauto with a registry',
      `func f() { auto.With(reg).NewHistogram(prometheus.HistogramOpts{Name: "x", Buckets: []float64{.1, 1e1, -5}}) }`,
      ['auto.With(reg)', 'auto.With(reg).NewHistogram({Name: "x", Buckets: [0.1, 10, -5]})'],
    ],
    [
      'buckets that a function makes',
      `var b = prometheus.LinearBuckets(1, 2, 10)
      var h = auto.NewHistogram(prometheus.HistogramOpts{Buckets: b})
      var d = prometheus.HistogramOpts{Buckets: prometheus.DefBuckets}`,
      ['prom.LinearBuckets(1, 2, 10)', 'auto.NewHistogram({Buckets: prom.LinearBuckets(1, 2, 10)})'],
    ],
    [
      'a description',
      `var d = prometheus.NewDesc(prometheus.BuildFQName(ns, "sub", "name"), "help", []string{"a"}, nil)
      const ns = "app"`,
      [
        'prom.NewDesc(prom.BuildFQName("app", "sub", "name"), "help", ["a"], nil)',
        'prom.BuildFQName("app", "sub", "name")',
      ],
    ],
    [
      'writes to a variable',
      `var c = prometheus.NewCounterVec(opts, nil)
      func f() { c.WithLabelValues("GET").Inc() }`,
      [
        'prom.NewCounterVec(opts, nil)',
        'prom.NewCounterVec(opts, nil).WithLabelValues("GET")',
        'prom.NewCounterVec(opts, nil).WithLabelValues("GET").Inc()',
      ],
    ],
    [
      'labels as a map',
      `const labelCode = "code"
      func f() { c.With(prometheus.Labels{"method": "GET", labelCode: code}) }`,
      ['c.With({method: "GET", code: code})'],
    ],
    [
      'a field that is set once',
      `func New() *Metrics { m := &Metrics{requests: prometheus.NewCounter(opts)}; return m }
      func (m *Metrics) f() { m.requests.Inc() }`,
      ['prom.NewCounter(opts)', 'prom.NewCounter(opts).Inc()'],
    ],
    [
      'a field that is assigned',
      `func (m *Metrics) f() { m.a.Inc() }
      func (m *Metrics) g() { m.a = prometheus.NewGauge(opts) }`,
      ['prom.NewGauge(opts).Inc()', 'prom.NewGauge(opts)'],
    ],
    [
      'a field of two structures',
      `var a, b = A{c: prometheus.NewGauge(x)}, B{c: prometheus.NewCounter(y)}
      func f() { a.c.Inc() }`,
      ['prom.NewGauge(x)', 'prom.NewCounter(y)', 'a.c.Inc()'],
    ],
    [
      'a variable that is set later',
      `var c *prometheus.CounterVec
      func init() { c = prometheus.NewCounterVec(opts, nil) }
      func f() { c.Reset() }`,
      ['prom.NewCounterVec(opts, nil)', 'prom.NewCounterVec(opts, nil).Reset()'],
    ],
  ])('%s', (_, text, expected) => {
    expect(calls(text)).toEqual(expected);
  });
});

describe('values', () => {
  it.each([
    ['"a\\n\\"\\x41\\101\\u00e9"', String.raw`"a\n\"AAé"`],
    ['`a\\n"b`', String.raw`"a\\n\"b"`],
    ['"a" + "b"', '"ab"'],
    ['"a" + x + "b"', '"a…b"'],
    ['ns + "_b"', '"app_b"'],
    ['(ns)', '"app"'],
    ['1_000', '1000'],
    ['0x1F', '31'],
    ['-1', '-1'],
    ['1 + 2', '?'],
    ['true', 'true'],
    ['nil', 'nil'],
    ["'a'", '?'],
    ['!x', '?'],
    ['<-x', '?'],
    ['x == "a"', '?'],
    ['&T{A: 1}', '{A: 1}'],
    ['T{}', '{}'],
    ['pkg.T{A: B{C: "d"}}', '{A: {C: "d"}}'],
    ['T[int]{A: 1}', '{A: 1}'],
    ['[]T{{A: 1}, {A: 2}}', '[{A: 1}, {A: 2}]'],
    ['[...]string{"a"}', '["a"]'],
    ['[]string{}', '[]'],
    ['map[string]string{"a": "b", ns: "c"}', '{a: "b", app: "c"}'],
    ['map[string][]int{"a": {1}}', '{a: [1]}'],
    ['map[string]string{x: "b"}', '{…}'],
    ['m["k"]', 'm.k'],
    ['xs[0]', '?'],
    ['x.(string)', '?'],
    ['g[int](1)', 'g(1)'],
    ['func(a int) error { return nil }', '?'],
    ['[]byte("a")', '?("a")'],
    ['struct{A int}{A: 1}', '{A: 1}'],
    ['a.b.c', 'a.b.c'],
  ])('%s', (value, expected) => {
    const { calls: found } = new GoParser().read(`package p\nconst ns = "app"\nfunc h() { f(${value}) }`);
    expect(found.filter(({ callee }) => show(callee) === 'f').map(({ args }) => args.map(show))).toEqual([
      [expected],
    ]);
  });
});

describe('names', () => {
  it.each([
    ['a constant', 'const q = "a"\nfunc h() { f(q) }', '"a"'],
    ['of a group', 'const (\n  p = 1\n  q = "a" // b\n)\nfunc h() { f(q) }', '"a"'],
    ['with a type', 'var q string = "a"\nfunc h() { f(q) }', '"a"'],
    ['behind its use', 'func h() { f(q) }\nconst q = "a"', '"a"'],
    ['of constants', 'const p = "a"\nconst q = p + "b"\nfunc h() { f(q) }', '"ab"'],
    ['of itself', 'var q = q + "a"\nfunc h() { f(q) }', '"…a"'],
    ['a variable that is set again', 'var q = "a"\nfunc g() { q = "b" }\nfunc h() { f(q) }', 'q'],
    ['a local one', 'func h() { q := "a"; f(q) }', '"a"'],
    ['a local constant', 'func h() {\n  const q = "a"\n  f(q)\n}', '"a"'],
    ['local, set again', 'func h() { q := "a"; q = "b"; f(q) }', 'q'],
    ['hidden by a parameter', 'const q = "a"\nfunc h(q string) { f(q) }', 'q'],
    ['hidden by a loop', 'const q = "a"\nfunc h() { for _, q := range xs { f(q) } }', 'q'],
    ['of another function', 'func g() { q := "a" }\nfunc h() { f(q) }', 'q'],
    ['of a block', 'func h() { if x { q := "a" }; f(q) }', 'q'],
    ['in the head of a statement', 'func h() { if q := "a"; f(q) { } }', '"a"'],
    ['two at once', 'func h() { p, q := "a", "b"; f(q) }', '"b"'],
    ['two of one call', 'func h() { p, q := g(); f(q) }', 'q'],
    ['an imported package', 'import q "a/b"\nfunc h() { f(q.X) }', 'a/b:.X'],
    ['a package with a version', 'import "a/b/v2"\nfunc h() { f(b.X) }', 'a/b/v2:.X'],
  ])('%s', (_, text, expected) => {
    const { calls: found } = new GoParser().read(`package p\n${text}`);
    expect(found.filter(({ callee }) => show(callee) === 'f').map(({ args }) => args.map(show))).toEqual([
      [expected],
    ]);
  });

  it('of other files of the package and of other packages', () => {
    const { exports } = new GoParser().read('package p\nconst Name = "a"\nvar C = New(Name)');
    const parser = new GoParser();
    const text = 'package p\nimport "x/names"\nfunc h() { f(Name, names.Name, C) }';
    const known = parser.read(text, { exportsOf: () => exports });
    expect(known.calls[0]?.args.map((value) => [show(value), value.from])).toEqual([
      ['"a"', '.'],
      ['"a"', 'x/names'],
      ['New("a")', '.'],
    ]);
    expect([...parser.read(text).wanted]).toEqual(['.', 'x/names']);
  });
});

describe('statements', () => {
  it.each([
    ['if x == (T{}) { f(1) } else if g() { f(2) }', ['g()', 'f(1)', 'f(2)']],
    ['for i := 0; i < 3; i++ { f(i) }', ['f(i)']],
    ['switch x := f(1).(type) { case int: f(2); default: f(3) }', ['f(1)', 'f(2)', 'f(3)']],
    ['select { case x := <-f(1): f(2) }', ['f(1)', 'f(2)']],
    ['defer f(1); go func() { f(2) }()', ['f(1)', 'f(2)']],
    ['x := func() int { return f(1) }; f(2)', ['f(1)', 'f(2)']],
    ['if f(func() bool { return f(1) }) { f(2) }', ['f(?)', 'f(1)', 'f(2)']],
    ['for range xs { f(1) }', ['f(1)']],
    ['type T struct { A struct{}; B func() }; f(1)', ['f(1)']],
    ['x.y = f(1); x[0] = f(2); *x = f(3)', ['f(1)', 'f(2)', 'f(3)']],
    ['f(1,\n', ['f(1)']],
    ['f(T{A: 1\n}); f(2)', ['f({A: 1})', 'f(2)']],
    ['f("a\n', ['f("a")']],
  ])('%s', (text, expected) => {
    const { calls: found } = new GoParser().read(`package p\nfunc h() { ${text} }`);
    expect(found.map(show).sort()).toEqual([...expected].sort());
  });
});

describe('places', () => {
  const text = `package p\nvar c = prometheus.NewCounter(prometheus.CounterOpts{Name: "a\\tb", Help: \`h\`})`;
  const { calls: found, objects } = new GoParser().read(text);
  const at = (span?: { from: number; to: number }): string => text.slice(span?.from, span?.to);

  it('of calls and fields', () => {
    expect(at(found[0]?.span)).toBe(text.slice(text.indexOf('prom')));
    expect(at(found[0]?.calleeSpan)).toBe('prometheus.NewCounter');
    expect(objects[0]?.entries.map(({ nameSpan, value }) => [at(nameSpan), at(value.span)])).toEqual([
      ['Name', '"a\\tb"'],
      ['Help', '`h`'],
    ]);
    expect(objects[0]?.type && show(objects[0].type)).toBe('prometheus.CounterOpts');
  });

  it('in strings', () => {
    const name = objects[0]?.entries[0]?.value;
    const region = name?.kind === 'string' ? name.region('promql') : undefined;
    expect(region?.text).toBe('a\tb');
    expect(region && at(hostSpan(region.map, { from: 1, to: 2 }))).toBe('\\t');
    expect(region?.encode([{ span: { from: 2, to: 3 }, newText: '"é' }])).toEqual([
      { span: { from: text.indexOf('b"'), to: text.indexOf('b"') + 1 }, newText: '\\"é' },
    ]);
  });
});

const SAMPLE = `${IMPORTS}
// comment
const ns = "app"
var c = prometheus.NewCounterVec(prometheus.CounterOpts{Name: ns + "_total", Help: \`h\`}, []string{"a"})
func (m *M) f(x int) error {
  for _, v := range []string{"a"} { if err := c.With(prometheus.Labels{"a": v}); err != nil { return err } }
  return nil
}
`;
const FRAGMENTS = [
  '"',
  '`',
  "'",
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '\n',
  '/*',
  ',',
  ';',
  ' func ',
  ' if ',
  ':=',
  '.',
  '\\',
];

describe('robustness', () => {
  it('reads whatever comes', () => {
    const changes = fc.array(
      fc.record({ at: fc.nat(SAMPLE.length), gone: fc.nat(6), put: fc.constantFrom('', ...FRAGMENTS) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(changes, (edits) => {
        const edited = edits.reduce(
          (t, { at, gone, put }) => t.slice(0, at) + put + t.slice(at + gone),
          SAMPLE,
        );
        const { calls: found } = new GoParser().read(edited);
        for (const { span } of found) expect(span.to).toBeLessThanOrEqual(edited.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['brackets', '('.repeat(50_000)],
    ['braces', '{'.repeat(50_000)],
    ['composite literals', 'T{'.repeat(50_000)],
    ['functions', 'func() {'.repeat(50_000)],
    ['indexes', 'a['.repeat(50_000)],
    ['a long chain', `x${'.f(1)'.repeat(50_000)}`],
    ['a long sum', `x = ${'"a" + '.repeat(50_000)}"a"`],
    ['quotes', '"\n'.repeat(50_000)],
    ['comments', '/*'.repeat(50_000)],
    ['declarations', 'var (\n'.repeat(20_000)],
    ['imports', 'import (\n'.repeat(20_000)],
  ])('survives %s', (_, text) => {
    expect(new GoParser().read(text).text).toBe(text);
  });
});

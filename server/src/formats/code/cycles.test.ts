import { describe, expect, it } from 'vitest';
import { findMetrics } from './metrics';
import { findQueries } from './queries/find';
import { DEFAULT_QUERY_SETTINGS } from './queries/settings';
import { ScriptParser } from '../../languages/typescript/script-parser';

const SETTINGS = {
  ...DEFAULT_QUERY_SETTINGS,
  dialect: { version: [3, 14] as const, features: new Set<string>() },
  nameValidation: 'utf8' as const,
};

describe('values that lead back to themselves', () => {
  it.each([
    'let a = { ...a, b: 1 }; fetch(a.url, a);',
    'const a = { ...b }; const b = { ...a }; f({ ...a });',
    'const a = [...a, 1]; f(...a);',
    'const a = [...b]; const b = [...a]; f(a, ...b);',
    'const f = (...x) => f(...x); f(...f);',
    'const a = a.b; a.get("x"); a.c.d("y");',
    'const a = b.x; const b = a.y; b.get("x");',
    'const a = f(a); a.g().h();',
    'const a = a(a); a.get(a);',
    'let client = client.with("a"); client.query("up"); client.labels({ a: "b" }).inc();',
    'class A { b = this.b; c() { this.b.get("x"); } }',
    'class A extends A { c() { this.x.get("y"); } }',
    'const a = `${a}`; f(a); promql`${a}`;',
    'const a = "x" + a; f(a);',
    'const { a } = a; f(a); a.get(a);',
    'const url = new URL(req.url); req.url = url.toString(); fetch(url);',
    'const a = { url: a.url }; fetch(a.url.href);',
    'const a = [b], b = [a]; export { a }; fetch("/api/v1/query", { params: { query: a } });',
    'const a = { b }, b = { a }; export { a }; fetch("/api/v1/query", { params: a });',
    'const a = { b: [c] }, c = () => a; export default a; new Counter(a); new SceneQueryRunner(a);',
    'const a = { alert: a, expr: b, rules: [a] }, b = [b]; f([a]);',
    'const a = To(b), b = To(a); f({ alert: a, expr: b, for: "5m" });',
    'enum E { A = E.B, B = E.A } f(E.A);',
  ])('%s', (text) => {
    const file = new ScriptParser('ts').read(`import { Counter } from 'prom-client';\n${text}`);
    expect(findQueries(file, SETTINGS).findings).toEqual([]);
    expect(findMetrics(file).metrics).toEqual([]);
    expect(file.exports.size).toBe(text.match(/export (?:default|\{)/g)?.length ?? 0);
    expect([...file.calls, ...file.objects, ...file.tagged].length).toBeGreaterThanOrEqual(0);
  });
});

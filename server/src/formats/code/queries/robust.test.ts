import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostSpan } from '../../../text/region';
import { queriesIn } from './testing';

const PROGRAM = [
  "import axios from 'axios';\nimport { PrometheusDriver } from 'prometheus-query';",
  'const q = \'up{job="a"}\';\nconst params = new URLSearchParams({ query: q });',
  "new PrometheusDriver({}).rangeQuery(promql`rate(${q}[5m])`, a, b, '1 m');",
  "axios.get(`${base}/api/v1/query?${params}&query=a+%2B+%F0%9F%98%80`, { params: { 'match[]': [q, 'down'] } });",
  "f({ alert: `${x}Down`, expr: PromExpr.fromString('up == ' + n), for: '5 m', labels: { a: '{{ b }}' } });",
].join('\n');

it('reads programs that are being written', () => {
  const broken = fc.tuple(
    fc.nat(PROGRAM.length),
    fc.nat(12),
    fc.constantFrom('', "'", '`', '${', '{', ')', '%', '\\'),
  );
  fc.assert(
    fc.property(broken, ([at, cut, put]) => {
      const text = PROGRAM.slice(0, at) + put + PROGRAM.slice(at + cut);
      const { texts, rules } = queriesIn(text);
      for (const { extent, region } of texts) {
        expect(hostSpan(region.map, { from: 0, to: region.text.length })).toEqual(extent);
        expect(extent.to).toBeLessThanOrEqual(text.length);
      }
      for (const { expr } of rules) expect(expr === undefined || texts[expr]).toBeTruthy();
    }),
    { numRuns: 200 },
  );
});

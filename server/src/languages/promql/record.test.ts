import { describe, expect, it } from 'vitest';
import { parse } from './parse';
import { recordableAt } from './record';

describe('recordableAt', () => {
  it.each([
    [
      'sum by (job) (rate(http_requests_total[5m‸])) > 1',
      'rate(http_requests_total[5m])',
      ':http_requests:rate5m',
    ],
    [
      's‸um by (job) (rate(http_requests_total[5m])) > 1',
      'sum by (job) (rate(http_requests_total[5m]))',
      'job:http_requests:rate5m',
    ],
    ['max by (a, b) (‸temperature) > 1', 'max by (a, b) (temperature)', 'a_b:temperature:max'],
    ['avg_over_time(x[90s‸])', 'avg_over_time(x[90s])', ':x:avg_over_time90s'],
    ['sum(up)‸ / count(up)', 'sum(up)', ':up:sum'],
    // The result has the names of the metrics, which recording changes.
    ['topk(3, x‸) > 1', undefined, undefined],
    ['x‸ > 1', undefined, undefined],
    ['sum(job:x:rate5m‸)', undefined, undefined],
    ['sum({a="b"‸})', undefined, undefined],
    ['scalar(x‸)', undefined, undefined],
  ])('%s', (marked, part, name) => {
    const at = marked.indexOf('‸');
    const text = marked.replace('‸', '');
    const { expr } = parse(text);
    const found = expr && recordableAt(expr, { from: at, to: at });
    expect(found && text.slice(found.span.from, found.span.to)).toBe(part);
    expect(found?.name).toBe(name);
  });
});

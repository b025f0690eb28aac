import { describe, expect, it } from 'vitest';
import { inlayHints } from './inlay';
import { parse } from './parse';

/** `text` with every hint in angle quotes at its place. */
function hinted(text: string): string {
  const hints = inlayHints(parse(text)).reverse();
  return hints.reduce(
    (shown, { offset, label }) => `${shown.slice(0, offset)}‹${label}›${shown.slice(offset)}`,
    text,
  );
}

describe('inlayHints', () => {
  it.each([
    ['', ''],
    ['up', 'up'],
    ['sum by (service, code) (x)', 'sum by (service, code) (x)‹{service, code}›'],
    ['sum(x)', 'sum(x)‹{}›'],
    ['sum(x) by (a) / sum(y) by (a)', 'sum(x) by (a)‹{a}› / sum(y) by (a)‹{a}›'],
    ['sum without (pod) (x)', 'sum without (pod) (x)‹{all but pod}›'],
    ['max(sum by (a, b) (x)) by (b, c)', 'max(sum by (a, b) (x)‹{a, b}›) by (b, c)‹{b}›'],
    ['topk(5, x)', 'topk(5, x)'],
    ['sum by (__name__, job) (x)', 'sum by (__name__, job) (x)‹{__name__, job}›'],
    ['rate(x[1h30m])', 'rate(x[1h30m‹= 5400s›])'],
    ['rate(x[5m] offset 1d12h)', 'rate(x[5m] offset 1d12h‹= 129600s›)'],
    ['x > 1m30s', 'x > 1m30s‹= 90s›'],
    ['rate(x[5m])', 'rate(x[5m])'],
    ['x > 90', 'x > 90'],
    ['max_over_time(x[1h30m:1m30s])', 'max_over_time(x[1h30m‹= 5400s›:1m30s‹= 90s›])'],
  ])('%s', (text, expected) => {
    expect(hinted(text)).toBe(expected);
  });

  it('says the sum of a computed duration once', () => {
    expect(hinted('rate(x[5m * 2 + 1h30m])')).toBe('rate(x[5m * 2 + 1h30m‹= 6000s›])');
    expect(hinted('rate(x[step() + 1h30m])')).toBe('rate(x[step() + 1h30m‹= 5400s›])');
  });

  it('explains itself', () => {
    expect(inlayHints(parse('sum(x[1h30m])')).map(({ tooltip }) => tooltip)).toContain('1 hour 30 minutes');
  });
});

import { describe, expect, it } from 'vitest';
import type { CodeLanguage } from '../../../languages/code/tree';
import { mayHoldMetrics } from './may-hold';

describe('mayHoldMetrics', () => {
  it.each<[CodeLanguage, string, boolean]>([
    ['javascript', `import client from 'prom-client';`, true],
    ['javascript', `requests.inc({ a: 'x' });`, true],
    ['javascript', `const end = took.startTimer();`, true],
    ['javascript', `this.meter.createObservableUpDownCounter('x')`, true],
    ['javascript', `register.gauge<A>({ name: 'x' })`, true],
    ['javascript', `navigator.sendBeacon('/vitals')`, true],
    ['javascript', `fetch('/api/metrics', {})`, true],
    ['javascript', `const total = metrics.length; set.add(1);`, false],
    ['python', `from prometheus_client import Counter`, true],
    ['python', `REQUESTS.labels('GET').inc()`, true],
    ['python', `from collections import Counter`, false],
    ['go', `import "github.com/prometheus/client_golang/prometheus"`, true],
    ['go', `requests.WithLabelValues("GET").Inc()`, true],
    ['go', `package main`, false],
  ])('%s: %s: %s', (language, text, expected) => {
    expect(mayHoldMetrics(text, language)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { PythonParser } from '../../../languages/python/parser';
import { found, shown } from './testing';

const read = (text: string) => new PythonParser().read(text);

describe('metrics by classes of the program’s own', () => {
  it.each<[string, string[]]>([
    [
      `from app.metrics import LaterGauge\nx = LaterGauge(name="app_queue_size", desc="", labelnames=["queue"])`,
      ['app_queue_size gauge{queue} ""'],
    ],
    [
      `from .metrics import Histogram\nx = Histogram('app_wait_seconds', 'Waiting.')`,
      ['app_wait_seconds histogram{?} "Waiting."'],
    ],
    [
      `from . import metrics\nx = metrics.AppCounter('app_jobs', 'Jobs.')`,
      ['app_jobs_total counter{?} "Jobs."'],
    ],
    [`class MyGauge(Gauge): pass\nx = MyGauge('app_jobs', 'Jobs.', ['a'])`, ['app_jobs gauge{?} "Jobs."']],
    [`from app import Gauge\nx = Gauge('jobs', 'Jobs.')`, []],
    [`from app import Gauge\nx = Gauge('app_jobs')`, []],
    [`from app import Gauge\nx = Gauge(f'{prefix}_jobs', 'Jobs.')`, []],
    [`from app import Gauge\nx = Gauge('a title_of', 'Jobs.')`, []],
    [`from app import gauge\nx = gauge('app_jobs', 'Jobs.')`, []],
    [`from collections import Counter\nx = Counter('a_b', 'c')`, []],
  ])('%s', (code, expected) => {
    expect(found(read, `${code}\n`).metrics.map(shown)).toEqual(expected);
  });

  it('knows a counter by either name', () => {
    const { metrics } = found(read, `from app import Counter\nx = Counter('app_jobs', 'Jobs.')\n`);
    expect(metrics.map(({ aliases }) => aliases)).toEqual([['app_jobs']]);
  });
});

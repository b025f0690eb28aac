import { describe, expect, it } from 'vitest';
import { ScriptParser } from '../../../languages/typescript/script-parser';
import { found, shown } from './testing';

const read = (text: string) => new ScriptParser('ts').read(text);

describe('options of prom-client in calls of the program’s own', () => {
  it.each<[string, string[]]>([
    [
      `register.gauge({ name: 'jobs_active', help: 'Active.', labelNames: ['queue'] })`,
      ['jobs_active gauge{queue} "Active."'],
    ],
    [`register.gauge<{ a: string }>({ name: 'x', help: 'X' })`, ['x gauge{} "X"']],
    [`createCounter({ name: 'x_total', help: 'X' })`, ['x_total counter{} "X"']],
    [`this.metrics.newHistogram({ name: 'x', help: 'X', buckets: [1] })`, ['x histogram{} "X"']],
    [`register.gauge({ name: 'x' })`, []],
    [`register.gauge({ help: 'X' })`, []],
    [`register.gauge({ name: 'not a name', help: 'X' })`, []],
    [`yargs.option({ name: 'x', help: 'X' })`, []],
    [`new Gauge({ name: 'x', help: 'X' })`, []],
  ])('%s', (code, expected) => {
    expect(found(read, `${code};\n`).metrics.map(shown)).toEqual(expected);
  });
});

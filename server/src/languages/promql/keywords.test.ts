import { describe, expect, it } from 'vitest';
import { refusal, type Availability } from './availability';
import { FUNCTIONS } from './functions';
import { KEYWORDS } from './keywords';
import type { PromqlDialect } from './knowledge';

describe('keywords', () => {
  it.each([
    ['operator', '+ - * / % ^ atan2 == != > < >= <= and or unless </ >/ = =~ !~'],
    ['modifier', 'offset @ bool anchored smoothed'],
    ['matching', 'by without on ignoring group_left group_right fill fill_left fill_right'],
    ['preprocessor', 'start() end() step() range() max_of() min_of()'],
    ['number', 'inf nan'],
  ])('%s: %s', (kind, names) => {
    const found = [...KEYWORDS.values()].filter((info) => info.kind === kind).map(({ name }) => name);
    expect(found.sort()).toEqual(names.split(' ').sort());
  });

  it.each([...KEYWORDS.values()])('$name is documented', (info) => {
    expect(info.summary).toMatch(/^.{5,110}\.$/);
    expect(info.example.toLowerCase()).toContain(info.name.replace(')', ''));
    expect(info.link).toMatch(/^https:\/\/prometheus\.io\/docs\/.+#[\w-]+$/);
  });
});

describe('refusal', () => {
  const dialect = (version: string, ...features: string[]): PromqlDialect => {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return { version: [major, minor], features: new Set(features) };
  };
  const find = (name: string): Availability => FUNCTIONS.get(name) ?? KEYWORDS.get(name)!;

  it.each([
    ['rate', dialect('2.0'), undefined],
    ['sgn', dialect('2.9'), 'needs Prometheus 2.26'],
    ['sgn', dialect('2.26'), undefined],
    ['info', dialect('3.14'), 'needs --enable-feature=promql-experimental-functions'],
    ['info', dialect('3.14', 'promql-experimental-functions'), undefined],
    ['first_over_time', dialect('3.6'), 'needs Prometheus 3.7'],
    [
      'first_over_time',
      dialect('3.13'),
      'needs --enable-feature=promql-experimental-functions before Prometheus 3.14',
    ],
    ['first_over_time', dialect('3.14'), undefined],
    ['step()', dialect('3.13'), 'needs --enable-feature=promql-duration-expr before Prometheus 3.14'],
    ['step()', dialect('3.13', 'promql-duration-expr'), undefined],
    ['step()', dialect('3.14'), undefined],
    ['smoothed', dialect('3.14'), 'needs --enable-feature=promql-extended-range-selectors'],
    ['smoothed', dialect('3.14', 'promql-extended-range-selectors'), undefined],
    ['offset', dialect('2.0'), undefined],
  ])('of %s', (name, where, why) => {
    expect(refusal(find(name), where)).toBe(why);
  });
});

import { describe, expect, it } from 'vitest';
import type { NumberRange, TimeInterval } from './time-interval';
import { isActive, nextChange } from './time-interval-active';

const range = (from: number, to = from): NumberRange => ({ from, to });
const HOURS = [range(540, 1020)];
const OFFICE: TimeInterval = { weekdays: [range(1, 5)], times: HOURS };

// Times of prometheus/alertmanager's timeinterval/timeinterval_test.go (Apache License 2.0), and more.
describe('isActive', () => {
  it.each<[name: string, TimeInterval, inside: string[], outside: string[]]>([
    ['no condition', {}, ['2006-01-02T15:04Z'], []],
    ['an empty list', { weekdays: [] }, [], ['2020-05-04T15:04Z']],
    [
      'office hours',
      OFFICE,
      ['2020-05-04T15:04Z', '2020-05-05T10:04Z', '2020-06-09T09:00Z', '2020-06-09T16:59:59Z'],
      ['2020-05-03T15:04Z', '2020-05-04T08:59Z', '2020-05-05T17:00Z'],
    ],
    [
      'some days of one month of one year',
      { daysOfMonth: [range(4, 6)], months: [range(4)], years: [range(2020)] },
      ['2020-04-04T15:04Z', '2020-04-05T00:00Z', '2020-04-06T23:05Z'],
      ['2020-04-03T23:59Z', '2020-06-04T23:59Z', '2019-04-06T23:59Z', '2020-04-07T00:00Z'],
    ],
    [
      'the last three days',
      { daysOfMonth: [range(-3, -1)] },
      ['2020-01-31T15:04Z', '2020-01-29T15:04Z', '2020-06-30T00:00Z', '2020-02-29T23:05Z'],
      ['2020-01-28T15:04Z', '2020-02-26T15:04Z', '2020-03-01T00:00Z'],
    ],
    [
      'more days than the month has',
      { months: [range(6)], daysOfMonth: [range(-31, 31)] },
      ['2020-06-30T00:00Z', '2020-06-01T00:00Z'],
      ['2020-05-31T00:00Z', '2020-07-01T00:00Z'],
    ],
    [
      'days that the month lacks',
      { daysOfMonth: [range(30, 31)], months: [range(2)] },
      [],
      ['2021-02-28T13:00Z'],
    ],
    [
      'a time zone',
      { ...OFFICE, location: 'Australia/Sydney' },
      ['2021-04-06T13:00+10:00'],
      ['2021-04-06T13:00Z'],
    ],
    [
      'summer time in the south',
      { ...OFFICE, months: [range(11)], location: 'Australia/Sydney' },
      ['2021-11-01T09:00+11:00', '2021-10-31T22:00Z'],
      ['2021-10-31T21:00Z'],
    ],
    [
      'the last day of a month in which the clock moves',
      { daysOfMonth: [range(-1)], location: 'America/New_York' },
      ['2021-03-31T12:00-04:00', '2021-04-01T03:59Z'],
      ['2021-03-30T12:00-04:00', '2021-04-01T04:00Z'],
    ],
    [
      'offsets that are no whole hours',
      { times: [range(345, 346)], location: 'Asia/Kathmandu' },
      ['2021-01-01T00:00Z'],
      ['2021-01-01T00:01Z'],
    ],
  ])('%s', (_, interval, inside, outside) => {
    expect(inside.filter((time) => isActive(interval, Date.parse(time)) !== true)).toEqual([]);
    expect(outside.filter((time) => isActive(interval, Date.parse(time)) !== false)).toEqual([]);
  });

  it('says nothing of an unknown time zone or time', () => {
    expect(isActive({ location: 'Mars/Olympus' }, 0)).toBeUndefined();
    expect(isActive({}, Number.NaN)).toBeUndefined();
    expect(nextChange({ location: 'Mars/Olympus' }, 0)).toBeUndefined();
  });
});

describe('nextChange', () => {
  it.each<[string, TimeInterval, from: string, to: string | undefined]>([
    ['begins in the morning', OFFICE, '2020-05-04T07:30:15Z', '2020-05-04T09:00:00.000Z'],
    ['ends in the evening', OFFICE, '2020-05-04T09:00Z', '2020-05-04T17:00:00.000Z'],
    ['over the weekend', OFFICE, '2020-05-08T18:00Z', '2020-05-11T09:00:00.000Z'],
    [
      'ranges side by side',
      { times: [range(0, 60), range(60, 120)] },
      '2020-05-08T00:10Z',
      '2020-05-08T02:00:00.000Z',
    ],
    ['next year', { months: [range(5)] }, '2020-06-01T00:00Z', '2021-05-01T00:00:00.000Z'],
    ['never', { years: [range(2000)] }, '2020-06-01T00:00Z', undefined],
    ['always', {}, '2020-06-01T00:00Z', undefined],
    // The clock goes from 02:00 to 03:00 at 01:00 UTC, and back on October 25.
    [
      'an hour that is left out',
      { times: [range(150, 210)], location: 'Europe/Berlin' },
      '2020-03-29T00:30Z',
      '2020-03-29T01:00:00.000Z',
    ],
    [
      'before the clock moved',
      { times: [range(600, 660)], location: 'Europe/Berlin' },
      '2020-03-29T00:30Z',
      '2020-03-29T08:00:00.000Z',
    ],
    [
      'an hour that comes twice',
      { times: [range(120, 150)], location: 'Europe/Berlin' },
      '2020-10-25T00:35Z',
      '2020-10-25T01:00:00.000Z',
    ],
  ])('%s', (_, interval, from, to) => {
    const next = nextChange(interval, Date.parse(from));
    expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(to);
  });
});

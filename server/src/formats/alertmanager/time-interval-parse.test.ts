import { describe, expect, it } from 'vitest';
import { parseDaysOfMonth, parseMonths, parseWeekdays, parseYears } from './time-interval-ranges';
import { locationFault, parseTime, timeRangeFault } from './time-interval-times';

const RANGES = { weekday: parseWeekdays, day: parseDaysOfMonth, month: parseMonths, year: parseYears };

describe('what is read', () => {
  it.each<[keyof typeof RANGES, string, number, number]>([
    ['weekday', 'monday', 1, 1],
    ['weekday', 'Monday:FRIDAY', 1, 5],
    ['weekday', 'sunday:saturday', 0, 6],
    ['day', '1', 1, 1],
    ['day', '-3:-1', -3, -1],
    ['day', '1:-1', 1, -1],
    ['day', '27:-1', 27, -1],
    ['day', '+5:07', 5, 7],
    ['month', 'january', 1, 1],
    ['month', 'January:december', 1, 12],
    ['month', '5:august', 5, 8],
    ['year', '2026', 2026, 2026],
    ['year', '-5:2028', -5, 2028],
  ])('%s %s', (kind, text, from, to) => {
    expect(RANGES[kind](text)).toEqual({ value: { from, to } });
  });

  it.each([
    ['00:00', 0],
    ['08:05', 485],
    ['23:59', 1439],
    ['24:00', 1440],
  ])('%s', (text, minutes) => {
    expect(parseTime(text)).toEqual({ value: minutes });
  });
});

describe('what is refused, and what was meant', () => {
  it.each<[keyof typeof RANGES, string, string | undefined]>([
    ['weekday', '', undefined],
    ['weekday', 'mon', 'monday'],
    ['weekday', 'mon:fri', 'monday:friday'],
    ['weekday', 'monday-friday', 'monday:friday'],
    ['weekday', 'Monday to Friday', 'monday:friday'],
    ['weekday', 'thurs', 'thursday'],
    ['weekday', 'wendesday', 'wednesday'],
    ['weekday', '1:5', 'monday:friday'],
    ['weekday', 'monday:sunday', 'sunday:saturday'],
    ['weekday', 'saturday:sunday', undefined],
    ['weekday', 'monday:friday:sunday', undefined],
    ['weekday', 'x:y', undefined],
    ['weekday', 'monday:', undefined],
    ['day', '0', undefined],
    ['day', '32', undefined],
    ['day', '-50:-20', undefined],
    ['day', '-15:5', undefined],
    ['day', '10:-25', undefined],
    ['day', '28:-1', undefined],
    ['day', '7:1', '1:7'],
    ['day', '1-7', '1:7'],
    ['day', '1st', '1'],
    ['day', 'last', '-1'],
    ['day', '1.5', undefined],
    ['month', 'jan:mar', 'january:march'],
    ['month', 'december:january', undefined],
    ['month', 'martius:june', undefined],
    ['year', '2028:2026', '2026:2028'],
    ['year', '2026-2028', '2026:2028'],
    ['year', 'twenty', undefined],
    ['year', '99999999999999999999', undefined],
    ['year', '2_026', undefined],
  ])('%s %s', (kind, text, suggestion) => {
    const { value, fault } = RANGES[kind](text);
    expect([value, fault?.suggestion, fault?.severity]).toEqual([undefined, suggestion, undefined]);
  });

  it.each([
    ['8:00', '08:00'],
    ['0900', '09:00'],
    ['9', '09:00'],
    ['17.30', '17:30'],
    ['5:30 pm', '17:30'],
    ['12am', '00:00'],
    ['08:00:00', '08:00'],
    ['24:01', undefined],
    ['25:00', undefined],
    ['01:99', undefined],
    ['', undefined],
    ['08:00\n', '08:00'],
  ])('time %j', (text, suggestion) => {
    const { value, fault } = parseTime(text);
    expect([value, fault?.code, fault?.suggestion]).toEqual([
      undefined,
      'alertmanager/invalid-time',
      suggestion,
    ]);
  });

  it('names the part that is wrong', () => {
    expect(parseWeekdays('monday:flurgsday').fault?.part).toEqual({ from: 7, to: 16 });
    expect(parseDaysOfMonth('99:1').fault?.part).toEqual({ from: 0, to: 2 });
  });
});

it.each(['0', '13', '-1', '12:13'])('month %s is taken, but there is none', (text) => {
  const { value, fault } = parseMonths(text);
  expect(value).toBeDefined();
  expect(fault).toMatchObject({ code: 'alertmanager/invalid-month', severity: 'warning' });
});

it('a range of times ends later than it starts', () => {
  expect(timeRangeFault(0, 1440)).toBeUndefined();
  expect(timeRangeFault(60, 60)?.message).toContain('later');
  expect(timeRangeFault(1320, 360)?.message).toContain('midnight');
});

describe('time zones', () => {
  it.each([
    '',
    'UTC',
    'Local',
    'Europe/Berlin',
    'America/Argentina/Buenos_Aires',
    'EST',
    'Etc/GMT+5',
    'posix/UTC',
  ])('%j is one', (name) => {
    expect(locationFault(name)).toBeUndefined();
  });

  it.each([
    ['utc', 'UTC'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Berlin', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['PST', 'America/Los_Angeles'],
    ['Europe\\Berlin', 'Europe/Berlin'],
    ['+05:00', undefined],
    ['Mars/Olympus', undefined],
  ])('%s is none, meant is %s', (name, meant) => {
    expect(locationFault(name)).toMatchObject({ code: 'alertmanager/unknown-location' });
    expect(locationFault(name)?.suggestion).toBe(meant);
  });
});

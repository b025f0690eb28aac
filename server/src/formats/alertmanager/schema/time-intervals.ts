import type { DecodedStruct, FieldInfo, Report, StringCheck, StructInfo } from '../../structure/types';
import {
  parseDaysOfMonth,
  parseMonths,
  parseWeekdays,
  parseYears,
  MONTHS,
  WEEKDAYS,
} from '../time-interval-ranges';
import type { Reading } from '../time-interval-reading';
import { LOCATION_NAMES } from './checks/location-names';
import { locationFault, parseTime, timeRangeFault } from '../time-interval-times';
import type { NumberRange } from '../time-interval';
import type { TimeIntervalCode } from '../time-interval-reading';
import { docs, list, text } from './fields';

const INCOMPLETE: TimeIntervalCode = 'alertmanager/time-range';

function rangeCheck(
  title: string,
  examples: readonly string[],
  read: (text: string) => Reading<NumberRange>,
): StringCheck {
  return { title, examples, fault: (value) => read(value).fault };
}

const time: StringCheck = {
  title: 'a time of day from `00:00` to `24:00`',
  examples: ['00:00', '09:00', '17:00', '24:00'],
  // An absent time is the range's fault.
  fault: (value) => (value === '' ? undefined : parseTime(value).fault),
};

/** Source: timeinterval/timeinterval.go, TimeRange. */
const timeRange: StructInfo = {
  id: 'time_range',
  title: 'a range of times',
  link: docs('time_interval_spec'),
  fields: [
    {
      name: 'start_time',
      type: { kind: 'string', check: time },
      summary: 'When it begins: `HH:MM`.',
      example: "start_time: '09:00'",
    },
    {
      name: 'end_time',
      type: { kind: 'string', check: time },
      summary: 'When it ends, later on the same day; this minute doesn’t belong to it.',
      details: '`24:00` is the end of the day. A range over midnight is written as two.',
      example: "end_time: '17:00'",
    },
  ],
  rules: [{ kind: 'custom', check: checkTimes }],
  snippet: "start_time: '${1:09:00}'\nend_time: '${2:17:00}'",
};

function checkTimes(range: DecodedStruct, report: Report): void {
  const [start, end] = ['start_time', 'end_time'].map((name) => {
    const value = range.fields.get(name)?.value;
    return value === undefined && (range.isOpen || range.suspects.has(name)) ? 'unknown' : value;
  });
  if (start === 'unknown' || end === 'unknown') return;
  const [from, to] = [start, end].map((value) => {
    return typeof value === 'object' && value.kind === 'scalar' && value.text !== '' ? value : undefined;
  });
  if (!from || !to) {
    report({
      code: INCOMPLETE,
      message: 'a range of times needs both "start_time" and "end_time"',
      at: range,
    });
    return;
  }
  const fault = timeRangeFault(parseTime(from.text).value ?? 0, parseTime(to.text).value ?? 0);
  if (fault) report({ code: fault.code, message: fault.message, at: to });
}

const location: StringCheck = {
  title: 'a time zone such as `Europe/Berlin`, `UTC`, or `Local` for that of Alertmanager’s machine',
  examples: ['UTC', 'Local', ...LOCATION_NAMES],
  fault: locationFault,
};

/** Source: timeinterval/timeinterval.go, TimeInterval. */
const timeIntervalSpec: StructInfo = {
  id: 'time_interval_spec',
  title: 'a set of times',
  link: docs('time_interval_spec'),
  fields: [
    list('times', { kind: 'struct', struct: () => timeRange }, 'Ranges of the time of day.', {
      default: 'the whole day',
      example: "times:\n  - start_time: '09:00'\n    end_time: '17:00'",
      snippet: "times:\n  - start_time: '${1:09:00}'\n    end_time: '${2:17:00}'",
    }),
    list(
      'weekdays',
      {
        kind: 'string',
        check: rangeCheck(
          'a weekday, or two with a colon between',
          ['monday:friday', ...WEEKDAYS],
          parseWeekdays,
        ),
      },
      'Days of the week, each alone or as a range; a week begins with sunday.',
      { default: 'every day', example: "weekdays: ['monday:friday']" },
    ),
    list(
      'days_of_month',
      {
        kind: 'string',
        check: rangeCheck('a day of the month, or two with a colon between', ['1:7', '-1'], parseDaysOfMonth),
      },
      'Days of the month; negative ones count from its end.',
      { default: 'every day', example: "days_of_month: ['1:7', '-1']" },
    ),
    list(
      'months',
      {
        kind: 'string',
        check: rangeCheck('a month, or two with a colon between', [...MONTHS, 'january:march'], parseMonths),
      },
      'Months by name or number, each alone or as a range.',
      { default: 'every month', example: "months: ['december', '1:3']" },
    ),
    list(
      'years',
      {
        kind: 'string',
        check: rangeCheck('a year, or two with a colon between', ['2026', '2026:2028'], parseYears),
      },
      'Years, each alone or as a range.',
      { default: 'every year', example: "years: ['2026:2028']" },
    ),
    {
      name: 'location',
      type: { kind: 'string', check: location },
      summary: 'The time zone in which all of it is meant.',
      default: '`UTC`',
      example: "location: 'Europe/Berlin'",
    },
  ],
};

/** Source: config/config.go, TimeInterval and MuteTimeInterval. */
export const timeInterval: StructInfo = {
  id: 'time_interval',
  title: 'a time interval',
  link: docs('time_interval'),
  fields: [
    text('name', 'The name by which routes refer to it.', { required: true, example: 'name: offhours' }),
    list(
      'time_intervals',
      { kind: 'struct', struct: () => timeIntervalSpec },
      'Sets of times; one of them has to fit.',
      {
        details: 'Within one set each kind of condition has to fit: a time, a weekday, a month and so on.',
        snippet: "time_intervals:\n  - weekdays: ['${1:saturday}', '${2:sunday}']$0",
      },
    ),
  ],
  snippet: "name: ${1:offhours}\ntime_intervals:\n  - weekdays: ['saturday', 'sunday']$0",
};

/** The lists of time intervals of a configuration. */
export const timeIntervalFields: readonly FieldInfo[] = [
  list(
    'time_intervals',
    { kind: 'struct', struct: () => timeInterval },
    'Named times at which routes are muted or active.',
    {
      link: docs('time_interval'),
      snippet:
        "time_intervals:\n  - name: ${1:offhours}\n    time_intervals:\n      - weekdays: ['saturday', 'sunday']$0",
    },
  ),
  list(
    'mute_time_intervals',
    { kind: 'struct', struct: () => timeInterval },
    'The older name of `time_intervals`.',
    {
      link: docs('mute_time_interval'),
      deprecated: { since: [0, 24], note: 'use "time_intervals"', use: 'time_intervals' },
    },
  ),
];

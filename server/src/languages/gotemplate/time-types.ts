import type { Member, TemplateParameter, TemplateType } from './types';

function methods(
  ...rows: readonly (readonly [string, TemplateType, string, ...TemplateParameter[]])[]
): ReadonlyMap<string, Member> {
  return new Map(rows.map(([name, type, summary, ...parameters]) => [name, { type, summary, parameters }]));
}

const moment: TemplateParameter = { name: 'time', type: 'time', doc: 'Another time.' };
const span: TemplateParameter = {
  name: 'duration',
  type: 'duration',
  doc: 'A duration; a number is nanoseconds.',
};
const int = (name: string): TemplateParameter => ({
  name,
  type: 'int',
  doc: 'A whole number; it may be negative.',
});

/** The methods of Go's time.Time that a template can call: those that give one value. */
export const timeMethods = methods(
  ['Add', 'time', 'The time that much later.', span],
  [
    'AddDate',
    'time',
    'The time that many years, months and days later.',
    int('years'),
    int('months'),
    int('days'),
  ],
  ['After', 'bool', 'True if it is later than the other time.', moment],
  ['AppendBinary', 'any', 'Encodes it after some bytes.', { name: 'bytes', type: 'any', doc: 'Bytes.' }],
  [
    'AppendFormat',
    'any',
    'Writes it after some bytes.',
    { name: 'bytes', type: 'any', doc: 'Bytes.' },
    {
      name: 'layout',
      type: 'string',
      doc: 'As for `Format`.',
    },
  ],
  ['AppendText', 'any', 'Writes it after some bytes.', { name: 'bytes', type: 'any', doc: 'Bytes.' }],
  ['Before', 'bool', 'True if it is earlier than the other time.', moment],
  ['Compare', 'int', '-1, 0 or 1: earlier than, the same as or later than the other time.', moment],
  ['Day', 'int', 'The day of the month, from 1.'],
  ['Equal', 'bool', 'True if both are the same moment.', moment],
  [
    'Format',
    'string',
    'The time written like the example time Mon Jan 2 15:04:05 MST 2006.',
    {
      name: 'layout',
      type: 'string',
      doc: 'That example time in the form that is wanted, such as `2006-01-02 15:04`.',
    },
  ],
  ['GoString', 'string', 'The time as Go code.'],
  ['GobEncode', 'any', 'The time in a binary form.'],
  ['Hour', 'int', 'The hour, 0 to 23.'],
  [
    'In',
    'time',
    'The same moment in another time zone. Templates use `tz` for that.',
    {
      name: 'location',
      type: 'any',
      doc: "Go's time.Location.",
    },
  ],
  ['IsDST', 'bool', 'True in daylight saving time.'],
  ['IsZero', 'bool', 'True if no time is set.'],
  ['Local', 'time', "The same moment in Alertmanager's own time zone."],
  ['Location', 'any', 'The time zone.'],
  ['MarshalBinary', 'any', 'The time in a binary form.'],
  ['MarshalJSON', 'any', 'The time as JSON, in bytes.'],
  ['MarshalText', 'any', 'The time as text, in bytes.'],
  ['Minute', 'int', 'The minute, 0 to 59.'],
  ['Month', 'any', 'The month; printed by its English name.'],
  ['Nanosecond', 'int', 'The nanosecond within the second.'],
  ['Round', 'time', 'The time, rounded to a multiple of the duration.', span],
  ['Second', 'int', 'The second, 0 to 59.'],
  ['String', 'string', 'The time in the form `2006-01-02 15:04:05.999999999 -0700 MST`.'],
  ['Sub', 'duration', 'How much later it is than the other time.', moment],
  ['Truncate', 'time', 'The time, rounded down to a multiple of the duration.', span],
  ['UTC', 'time', 'The same moment in UTC.'],
  ['Unix', 'int', 'Seconds since 1970.'],
  ['UnixMicro', 'int', 'Microseconds since 1970.'],
  ['UnixMilli', 'int', 'Milliseconds since 1970.'],
  ['UnixNano', 'int', 'Nanoseconds since 1970.'],
  ['Weekday', 'any', 'The day of the week; printed by its English name.'],
  ['Year', 'int', 'The year.'],
  ['YearDay', 'int', 'The day of the year, from 1.'],
);

/** The methods of Go's time.Duration. */
export const durationMethods = methods(
  ['Abs', 'duration', 'The duration without its sign.'],
  ['Hours', 'float', 'In hours.'],
  ['Microseconds', 'int', 'In whole microseconds.'],
  ['Milliseconds', 'int', 'In whole milliseconds.'],
  ['Minutes', 'float', 'In minutes.'],
  ['Nanoseconds', 'int', 'In nanoseconds.'],
  ['Round', 'duration', 'Rounded to a multiple of the other duration.', span],
  ['Seconds', 'float', 'In seconds.'],
  ['String', 'string', 'In the form `1h15m30s`.'],
  ['Truncate', 'duration', 'Rounded down to a multiple of the other duration.', span],
);

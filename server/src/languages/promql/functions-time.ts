import type { FunctionInfo } from './function-info';
import { instant, row, type Row } from './function-rows';

const TIMES = instant('Timestamps in seconds since 1970, in UTC; `vector(time())` if left out.');

function calendar(name: string, summary: string, rest: Partial<Row> = {}): FunctionInfo {
  return row(name, { parameters: [TIMES], variadic: 1, summary, example: `${name}()`, ...rest });
}

/** A number about the query itself. */
function query(name: string, since: string, summary: string, details: string, example: string): FunctionInfo {
  return row(name, {
    parameters: [],
    returns: 'scalar',
    experimental: true,
    since,
    summary,
    details,
    example,
  });
}

/** Functions on timestamps and the calendar. */
export const TIME_FUNCTIONS = [
  row('time', {
    parameters: [],
    returns: 'scalar',
    summary: 'The time of evaluation in seconds since 1970, in UTC.',
    details: 'In a range query each step has its own; in a rule it is the time of the group’s run.',
    example: 'time() - process_start_time_seconds',
  }),
  row('timestamp', {
    parameters: [instant('Instant vector.')],
    summary: 'Timestamp of each sample in seconds since 1970.',
    details:
      'Only a plain selector has the samples’ own times; any other expression has the time of evaluation.',
    example: 'time() - timestamp(up)',
  }),
  row('start_timestamp', {
    parameters: [instant('A plain selector; any other expression gives nothing.')],
    experimental: true,
    since: '3.14',
    summary: 'When the counting of each sample started, in seconds since 1970.',
    details: 'Needs the feature `use-start-timestamps` too; without it the result is empty.',
    example: 'start_timestamp(http_requests_total)',
  }),
  calendar('minute', 'Minute of the hour, 0 to 59.'),
  calendar('hour', 'Hour of the day, 0 to 23.', {
    details: 'In UTC: mind daylight saving where it stands for office hours.',
    example: 'hour() >= 9 < 17',
  }),
  calendar('day_of_week', 'Day of the week, 0 (Sunday) to 6.', { example: 'day_of_week() > 0 < 6' }),
  calendar('day_of_month', 'Day of the month, 1 to 31.'),
  calendar('day_of_year', 'Day of the year, 1 to 365, or 366 in leap years.', { since: '2.36' }),
  calendar('days_in_month', 'Number of days in the month, 28 to 31.'),
  calendar('month', 'Month of the year, 1 to 12.'),
  calendar('year', 'Year, such as 2026.'),
  query(
    'start',
    '3.12',
    'Start of the query in seconds since 1970.',
    'In an instant query or a rule it is the time of evaluation. After `@` it needs no feature flag.',
    'time() - start()',
  ),
  query(
    'end',
    '3.12',
    'End of the query in seconds since 1970.',
    'In an instant query or a rule it is the time of evaluation. After `@` it needs no feature flag.',
    'end() - time()',
  ),
  query(
    'range',
    '3.12',
    'Length of the query in seconds: `end() - start()`.',
    '0 in an instant query or a rule. Inside a duration it needs no feature flag since 3.14.',
    'range() / 3600',
  ),
  query(
    'step',
    '3.12',
    'Step of the query in seconds.',
    '0 in an instant query or a rule. Inside a duration it needs no feature flag since 3.14.',
    'step() / 60',
  ),
];

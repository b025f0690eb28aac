import type { DecodedStruct, Report, StructInfo } from '../../structure/types';
import type { AlertmanagerCode } from '../codes';
import { timeInterval as alertmanagers } from '../schema/time-intervals';
import { parseDaysOfMonth } from '../time-interval-ranges';
import { parseTime, timeRangeFault } from '../time-interval-times';
import { known } from '../values';
import { derive, heldBy, listOf, operatorDocs } from './derive';

const INCOMPLETE: AlertmanagerCode = 'alertmanager/time-range';

const alertmanagersSpec = heldBy(alertmanagers, 'time_intervals');

/** TimeRange; Validate in the operator's API wants both ends. */
const timeRange: StructInfo = derive(heldBy(alertmanagersSpec, 'times'), {
  type: 'TimeRange',
  rows: ['startTime', 'endTime'],
  rules: [{ kind: 'custom', check: checkTimes }],
  snippet: "startTime: '${1:09:00}'\nendTime: '${2:17:00}'",
});

function checkTimes(range: DecodedStruct, report: Report): void {
  if (isUnclear(range)) return;
  const [start, end] = ['startTime', 'endTime'].map((name) => {
    const value = known(range, name);
    return value?.kind === 'scalar' && value.text !== '' ? value : undefined;
  });
  if (!start || !end) {
    report({ code: INCOMPLETE, message: 'a range of times needs both "startTime" and "endTime"', at: range });
    return;
  }
  const fault = timeRangeFault(parseTime(start.text).value ?? 0, parseTime(end.text).value ?? 0);
  if (fault) report({ code: fault.code, message: fault.message, at: end });
}

function isUnclear({ isOpen, suspects, fields }: DecodedStruct): boolean {
  return isOpen || suspects.size > 0 || [...fields.values()].some(({ value }) => value === 'unknown');
}

/** DayOfMonthRange: what Alertmanager writes as `1:7`. */
const daysOfMonth: StructInfo = {
  id: 'days_of_month',
  title: 'a range of days of the month',
  link: operatorDocs('DayOfMonthRange'),
  fields: [
    {
      name: 'start',
      type: { kind: 'int' },
      summary: 'The first day; a negative one counts from the end of the month.',
    },
    {
      name: 'end',
      type: { kind: 'int' },
      summary: 'The last day; a negative one counts from the end of the month.',
    },
  ],
  rules: [{ kind: 'custom', check: checkDays }],
  snippet: 'start: ${1:1}\nend: ${2:7}',
};

function checkDays(range: DecodedStruct, report: Report): void {
  if (isUnclear(range)) return;
  const fault = parseDaysOfMonth(daysText(range)).fault;
  if (fault) report({ code: fault.code, message: fault.message, at: range });
}

/** The range in Alertmanager's notation; days that aren't there are 0, which no month has. */
export function daysText(range: DecodedStruct): string {
  const [start, end] = ['start', 'end'].map((name) => {
    const value = known(range, name);
    return value?.kind === 'scalar' ? String(value.parsed) : '0';
  });
  return `${start ?? ''}:${end ?? ''}`;
}

const spec: StructInfo = derive(alertmanagersSpec, {
  type: 'TimeInterval',
  rows: [
    {
      name: 'times',
      type: listOf(() => timeRange),
      snippet: "times:\n  - startTime: '${1:09:00}'\n    endTime: '${2:17:00}'",
    },
    'weekdays',
    { name: 'daysOfMonth', type: listOf(() => daysOfMonth) },
    'months',
    'years',
  ],
});

/** MuteTimeInterval, in v1beta1 TimeInterval. All times are in UTC. */
export const timeInterval: StructInfo = derive(alertmanagers, {
  type: 'MuteTimeInterval',
  rows: [
    {
      name: 'name',
      required: true,
      details: 'In Alertmanager’s configuration the operator writes `namespace/object/name`.',
    },
    {
      name: 'timeIntervals',
      type: listOf(() => spec),
      snippet: "timeIntervals:\n  - weekdays: ['${1:saturday}', '${2:sunday}']$0",
    },
  ],
  snippet: "name: ${1:offhours}\ntimeIntervals:\n  - weekdays: ['saturday', 'sunday']$0",
});

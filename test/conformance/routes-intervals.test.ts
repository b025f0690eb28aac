import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  MONTHS,
  WEEKDAYS,
  parseDaysOfMonth,
  parseMonths,
  parseWeekdays,
  parseYears,
} from '../../server/src/formats/alertmanager/time-interval-ranges';
import { locationFault, parseTime } from '../../server/src/formats/alertmanager/time-interval-times';
import { oracle } from '../support/oracles';
import { yamlString } from './matchers-amtool';
import { pick, seededRandom, type Random } from './seeded-random';

const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 400);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_125);
const BATCH = 500;

interface Kind {
  /** The entry of a time interval with that text, in flow style. */
  readonly entry: (scalar: string) => string;
  readonly text: (random: Random) => string;
  readonly refuses: (text: string) => boolean;
}

const NUMBERS = [
  '1',
  '7',
  '15',
  '28',
  '29',
  '31',
  '32',
  '0',
  '-1',
  '-3',
  '-28',
  '-31',
  '-32',
  '+5',
  '007',
  '2026',
  '2030',
];
const ODD = [
  '',
  ' 1',
  '1 ',
  '1.5',
  '1e1',
  '0x1',
  '1_0',
  '9223372036854775807',
  '9223372036854775808',
  '١',
  'last',
  '--1',
];

const range =
  (...lists: readonly (readonly string[])[]) =>
  (random: Random): string => {
    const word = (): string => {
      const one = pick(random, random() < 0.9 ? pick(random, lists) : ODD);
      return random() < 0.1 ? one.toUpperCase() : one;
    };
    return Array.from({ length: pick(random, [1, 1, 2, 2, 2, 2, 3]) }, word).join(
      pick(random, [':', ':', ':', ':', '-', ' : ']),
    );
  };

const KINDS: Readonly<Record<string, Kind>> = {
  weekdays: {
    entry: (scalar) => `weekdays: [${scalar}]`,
    text: range(WEEKDAYS, WEEKDAYS, ['mon', 'sun', '1', '5']),
    refuses: (text) => parseWeekdays(text).value === undefined,
  },
  'days of the month': {
    entry: (scalar) => `days_of_month: [${scalar}]`,
    text: range(NUMBERS),
    refuses: (text) => parseDaysOfMonth(text).value === undefined,
  },
  months: {
    entry: (scalar) => `months: [${scalar}]`,
    text: range(MONTHS, NUMBERS, ['jan', 'sept']),
    refuses: (text) => parseMonths(text).value === undefined,
  },
  years: {
    entry: (scalar) => `years: [${scalar}]`,
    text: range(NUMBERS, ['2020', '2025', '-5']),
    refuses: (text) => parseYears(text).value === undefined,
  },
  times: {
    entry: (scalar) => `times: [{start_time: "00:00", end_time: ${scalar}}]`,
    text: (random) => {
      const part = (): string =>
        pick(random, ['00', '01', '09', '9', '12', '23', '24', '25', '59', '60', '1', '', '5']);
      return (
        part() +
        pick(random, [':', ':', ':', '.', '']) +
        part() +
        pick(random, ['', '', '', ':00', ' ', '\n', 'Z'])
      );
    },
    // The range begins at midnight.
    refuses: (text) => (parseTime(text).value ?? 0) === 0,
  },
  locations: {
    entry: (scalar) => `location: ${scalar}`,
    text: (random) => {
      const name = pick(random, [
        'Europe/Berlin',
        'UTC',
        'Local',
        'America/New_York',
        'Asia/Tokyo',
        'EST',
        'Etc/GMT+5',
        'GB',
        '',
        'Mars/X',
        '/etc',
        '../UTC',
        'Europe',
      ]);
      return random() < 0.3
        ? pick(random, [
            name.toLowerCase(),
            name.toUpperCase(),
            ` ${name}`,
            name.replace('/', '\\'),
            name.slice(1),
          ])
        : name;
    },
    refuses: (text) => locationFault(text) !== undefined,
  },
};

/** Whether `amtool check-config` refuses each of these time intervals. */
function refusals(entries: readonly string[]): boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'alertwright-intervals-'));
  try {
    const passed = new Set<number>();
    for (let from = 0; from < entries.length; from += BATCH) {
      const files = entries.slice(from, from + BATCH).map((entry, index) => {
        const file = `${from + index}.yml`;
        const intervals = `time_intervals: [{name: x, time_intervals: [{${entry}}]}]\n`;
        writeFileSync(join(folder, file), `route: {receiver: a}\nreceivers: [{name: a}]\n${intervals}`);
        return file;
      });
      const { stdout } = spawnSync(oracle('amtool'), ['check-config', ...files], {
        cwd: folder,
        encoding: 'utf8',
      });
      for (const [, index] of stdout.matchAll(/Checking '(\d+)\.yml' {2}SUCCESS/g)) passed.add(Number(index));
    }
    return entries.map((_, index) => !passed.has(index));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it.each(Object.entries(KINDS))('%s are refused as amtool refuses them', (_, { entry, text, refuses }) => {
  const random = seededRandom(SEED);
  const texts = [...new Set(Array.from({ length: COUNT }, () => text(random)))];
  const theirs = refusals(texts.map((one) => entry(yamlString(one))));
  const differences = texts.flatMap((one, index) =>
    refuses(one) === theirs[index] ? [] : [{ text: one, theirs: theirs[index] }],
  );
  expect(differences).toEqual([]);
  expect(theirs).toContain(true);
  expect(theirs).toContain(false);
});

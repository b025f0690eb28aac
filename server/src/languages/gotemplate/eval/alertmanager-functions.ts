import { bytesOf, textOf } from './bytes';
import { SECOND } from './duration';
import { formatFloat } from './format-number';
import { toJson } from './json';
import { matches, replaceAll } from './regexp';
import { stringsOf, textOfValue, type Clock, type GoFunction, type ParameterKind } from './signature';
import { formatTime } from './time-format';
import { parseTime } from './time-parse';
import { isZone, ZERO_TIME } from './time-zone';
import { titleCase } from './title';
import {
  bool,
  ExecError,
  fail,
  goType,
  int,
  list,
  NONE,
  string,
  type GoValue,
  type TimeValue,
} from './values';

function define(
  parameters: readonly ParameterKind[],
  call: (values: readonly GoValue[], clock: Clock) => GoValue,
  variadic = false,
): GoFunction {
  return { parameters, variadic, call };
}

/** A function of strings that gives a string. */
function text(count: number, call: (...texts: string[]) => string): GoFunction {
  return define(Array<ParameterKind>(count).fill('string'), (values) =>
    string(call(...values.map(textOfValue))),
  );
}

/** What Alertmanager adds to Go's functions (template/template.go `DefaultFuncs`). */
export const alertmanagerFunctionTable: ReadonlyMap<string, GoFunction> = new Map<string, GoFunction>([
  ['toUpper', text(1, toUpper)],
  ['toLower', text(1, (value = '') => value.replaceAll('\u0130', 'i').toLowerCase())],
  ['title', text(1, (value = '') => titleCase(value))],
  ['trimSpace', text(1, (value = '') => value.replace(/^[\p{White_Space}]+|[\p{White_Space}]+$/gu, ''))],
  ['join', define(['string', 'strings'], ([by, all]) => string(stringsOf(all).join(textOfValue(by))))],
  [
    'match',
    define(['string', 'string'], ([pattern, one]) => bool(matches(textOfValue(pattern), textOfValue(one)))),
  ],
  ['safeHtml', define(['string'], ([one]) => string(textOfValue(one), 'template.HTML'))],
  ['safeUrl', define(['string'], ([one]) => string(textOfValue(one), 'template.URL'))],
  ['urlUnescape', text(1, (value = '') => queryUnescape(value))],
  ['reReplaceAll', text(3, (pattern = '', by = '', value = '') => replaceAll(pattern, by, value))],
  ['stringSlice', define(['string'], (values) => list('[]string', values), true)],
  ['routeLabels', text(1, () => '')],
  [
    'date',
    define(['string', 'time'], ([layout, time]) => string(formatTime(timeOf(time), textOfValue(layout)))),
  ],
  ['tz', define(['string', 'time'], ([zone, time]) => inZone(textOfValue(zone), timeOf(time)))],
  ['now', define([], (_, { now }) => ({ kind: 'time', nanos: now, zone: 'UTC' }))],
  ['since', define(['time'], ([time], { now }) => int(now - timeOf(time).nanos, 'time.Duration'))],
  ['humanizeDuration', define(['value'], ([value = NONE]) => string(humanizeDuration(toFloat(value))))],
  [
    'toDate',
    define(['string', 'string'], ([layout, one]) => dateOrZero(textOfValue(layout), textOfValue(one))),
  ],
  [
    'mustToDate',
    define(['string', 'string'], ([layout, one]) => parseTime(textOfValue(layout), textOfValue(one))),
  ],
  ['toJson', define(['value'], ([value = NONE]) => string(toJson(value)))],
  ['base64encode', text(1, (value = '') => base64(bytesOf(value)))],
  ['base64decode', text(1, (value = '') => fromBase64(value))],
  ['list', define(['value'], (values) => list('[]interface {}', values), true)],
  [
    'append',
    define(['list', 'value'], ([all, ...more]) => list('[]interface {}', [...itemsOf(all), ...more]), true),
  ],
  ['dict', define(['value'], (values) => dict(values), true)],
]);

/** Go maps each character to one other: ß has no capital of one character. */
function toUpper(value = ''): string {
  return Array.from(value, (character) => {
    const changed = character.toUpperCase();
    return Array.from(changed).length === 1 ? changed : character;
  }).join('');
}

function timeOf(value: GoValue | undefined): TimeValue {
  return value?.kind === 'time' ? value : { kind: 'time', nanos: ZERO_TIME, zone: 'UTC' };
}

function itemsOf(value: GoValue | undefined): readonly GoValue[] {
  return value?.kind === 'list' ? value.items : [];
}

function inZone(name: string, time: TimeValue): TimeValue {
  if (!isZone(name)) return fail(`unknown time zone ${name}`);
  return { ...time, zone: name === '' || name === 'Local' ? 'UTC' : name };
}

function dateOrZero(layout: string, value: string): TimeValue {
  try {
    return parseTime(layout, value);
  } catch (error) {
    if (error instanceof ExecError) return timeOf(undefined);
    throw error;
  }
}

function dict(values: readonly GoValue[]): GoValue {
  if (values.length % 2 !== 0) return fail('dict requires an even number of arguments');
  const entries = new Map<string, GoValue>();
  for (let i = 0; i < values.length; i += 2) {
    const [key, value = NONE] = values.slice(i, i + 2);
    if (key?.kind !== 'string' || key.type !== 'string') return fail('dict keys must be strings');
    entries.set(key.value, value);
  }
  return { kind: 'map', type: 'map[string]interface {}', entries };
}

/** Seconds (helpers/templates of prometheus/common, `ConvertToFloat`). */
function toFloat(value: GoValue): number {
  if (value.kind === 'float') return value.value;
  if (value.kind === 'string' && value.type === 'string') return parseFloat64(value.value);
  if (value.kind === 'int' && value.type === 'time.Duration') return Number(value.value) / Number(SECOND);
  if (value.kind === 'int' && (value.type === 'int' || value.type === 'int64')) return Number(value.value);
  return fail(`can't convert ${value.kind === 'none' ? '<nil>' : goType(value)} to float`);
}

function parseFloat64(written: string): number {
  if (/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(written)) return Number(written);
  if (/^[+-]?inf(?:inity)?$/i.test(written)) return written.startsWith('-') ? -Infinity : Infinity;
  if (/^nan$/i.test(written)) return NaN;
  return fail(`strconv.ParseFloat: parsing ${JSON.stringify(written)}: invalid syntax`);
}

const SMALL = ['', 'm', 'u', 'n', 'p', 'f', 'a', 'z', 'y'];

/** Seconds as people read them (`HumanizeDuration` of prometheus/common). */
function humanizeDuration(seconds: number): string {
  const four = (value: number): string => formatFloat(value, 'g', { precision: 4 });
  if (!Number.isFinite(seconds)) return four(seconds);
  if (seconds === 0) return `${four(seconds)}s`;
  const sign = seconds < 0 ? '-' : '';
  const size = Math.abs(seconds);
  if (size >= 1) {
    const whole = BigInt(Math.floor(size));
    const [days, hours, minutes, rest] = [
      whole / 86_400n,
      (whole / 3600n) % 24n,
      (whole / 60n) % 60n,
      whole % 60n,
    ];
    if (days > 0n) return `${sign}${days}d ${hours}h ${minutes}m ${rest}s`;
    if (hours > 0n) return `${sign}${hours}h ${minutes}m ${rest}s`;
    return minutes > 0n ? `${sign}${minutes}m ${rest}s` : `${sign}${four(size)}s`;
  }
  let value = seconds;
  let prefix = 0;
  while (Math.abs(value) < 1 && prefix < SMALL.length - 1) {
    value *= 1000;
    prefix++;
  }
  return `${four(value)}${SMALL[prefix] ?? ''}s`;
}

/** `%20` and `+` decoded; fails at a percent sign without two hexadecimal digits (net/url `QueryUnescape`). */
function queryUnescape(value: string): string {
  const wrong = /%(?![0-9a-fA-F]{2}).{0,2}/su.exec(value);
  if (wrong) return fail(`invalid URL escape ${JSON.stringify(wrong[0])}`);
  const bytes: number[] = [];
  for (const part of value.split(/(%[0-9a-fA-F]{2})/)) {
    if (/^%[0-9a-fA-F]{2}$/.test(part)) bytes.push(parseInt(part.slice(1), 16));
    else for (const byte of bytesOf(part.replaceAll('+', ' '))) bytes.push(byte);
  }
  return textOf(Uint8Array.from(bytes));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function base64(bytes: Uint8Array): string {
  let encoded = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const count = Math.min(3, bytes.length - at) + 1;
    for (let i = 0; i < 4; i++) encoded += i < count ? (ALPHABET[(bits >> (18 - 6 * i)) & 63] ?? '') : '=';
  }
  return encoded;
}

function fromBase64(value: string): string {
  const encoded = value.replace(/[\r\n]/g, '');
  const bad = encoded.search(/[^A-Za-z0-9_-]/);
  if (encoded.length % 4 !== 0 || !/^[A-Za-z0-9_-]*={0,2}$/.test(encoded)) {
    return fail(`illegal base64 data at input byte ${bad < 0 ? encoded.length : bad}`);
  }
  const bytes: number[] = [];
  for (let at = 0; at < encoded.length; at += 4) {
    const part = encoded.slice(at, at + 4).replace(/=/g, '');
    let bits = 0;
    for (const character of part) bits = (bits << 6) | ALPHABET.indexOf(character);
    bits <<= 6 * (4 - part.length);
    for (let i = 0; i < part.length - 1; i++) bytes.push((bits >> (16 - 8 * i)) & 255);
  }
  return textOf(Uint8Array.from(bytes));
}

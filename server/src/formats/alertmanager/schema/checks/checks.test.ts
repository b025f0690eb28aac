import { describe, expect, it } from 'vitest';
import type { StringCheck } from '../../../structure/types';
import {
  anyUrl,
  classicLabelName,
  duration,
  glob,
  goDuration,
  headerName,
  hostPort,
  labelName,
  loadedTemplate,
  pointerSecret,
  secretUrl,
  templateUrl,
  url,
} from '../checks';
import { isIpv6 } from './go-url';

const context = { version: [0, 34] } as const;

/** The part that is at fault, the whole text where none is named; undefined for a text that is taken. */
function faultOf(check: StringCheck, text: string): string | undefined {
  const fault = check.fault(text, context);
  return fault && (fault.part ? text.slice(fault.part.from, fault.part.to) : text);
}

describe('URLs', () => {
  it.each([
    'http://x',
    'HTTPS://x',
    'http://x:80/a?b#c',
    'http://:80',
    'http://x:',
    'http://a:b:80/',
    'http://[::1]:80/',
    'http://[fe80::1%25eth0]/',
    'http://ü.example',
    'http://u:p@h/',
    'http://h/?%zz',
    'http://h?x:y',
    'http://a]b/',
    'http://a%80/',
    'http://[::ffff:1.2.3.4]/',
  ])('takes %s', (text) => {
    expect(faultOf(url, text)).toBeUndefined();
  });

  it.each([
    ['', ''],
    ['x', 'x'],
    ['//h/x', '//h/x'],
    ['ftp://h', 'ftp'],
    ['h:80', 'h'],
    [':h', ':'],
    ['http:h', 'http:h'],
    ['http:///x', 'http:///x'],
    ['http://a b/', ' '],
    ['http://h\\x', '\\'],
    ['http://[abc]/', '[abc]'],
    ['http://[::1', '['],
    ['http://[1.2.3.4]/', '[1.2.3.4]'],
    ['http://x[::1]/', '['],
    ['http://h/%zz', '%'],
    ['http://h/#%zz', '%'],
    ['http://h:x/', 'x'],
    ['http://[::1]x', 'x'],
    ['http://u p@h/', ' '],
    ['http://a%41/', '%'],
    ['http://h/\n', '\n'],
    ['<secret>', '<secret>'],
  ])('refuses %j at %j', (text, part) => {
    expect(faultOf(url, text)).toBe(part);
  });

  it('has variants', () => {
    expect(faultOf(secretUrl, '<secret>')).toBeUndefined();
    expect(faultOf(anyUrl, 'relative/path')).toBeUndefined();
    expect(faultOf(anyUrl, 'null')).toBe('null');
    expect(faultOf(templateUrl, 'https://{{ .CommonLabels.host }}/')).toBeUndefined();
    expect(faultOf(templateUrl, '{{ toUpper .x }}')).toBeDefined();
    expect(faultOf(templateUrl, '{{ .x')).toBeDefined();
    expect(faultOf(templateUrl, '')).toBeUndefined();
    expect(url.fault('hooks.slack.com/x', context)?.suggestion).toBe('https://hooks.slack.com/x');
  });

  it.each([
    ['::', true],
    ['1:2:3:4:5:6:7:8', true],
    ['1::8', true],
    ['::1.2.3.4', true],
    ['1:2:3:4:5:6:7', false],
    ['::1::', false],
    ['12345::', false],
    ['::1.2.3.256', false],
    ['1:2:3:4:5:6:7::8', false],
  ])('knows whether %s is an IPv6 address', (text, expected) => {
    expect(isIpv6(text)).toBe(expected);
  });
});

describe('texts that are taken and refused', () => {
  it.each<[string, StringCheck, readonly string[], readonly string[]]>([
    ['duration', duration, ['0', '5m', '1h30m', '1d'], ['', '5', '5 m', '1.5h', '-5m', '1m1h']],
    [
      'goDuration',
      goDuration,
      ['0', '5m', '1.5h', '-1m', '1m1h', '1us', '.5s'],
      ['', '5', '1d', '1h ', 'm', '.', '9999999h'],
    ],
    [
      'hostPort',
      hostPort,
      ['', 'a:1', ':1', '[::1]:25', 'a:smtp'],
      ['a', 'a:', 'a:b:1', '::1:25', '[::1]', '[::1', '[::1]x:1', 'a]:1'],
    ],
    ['labelName', labelName, ['a', 'a-b', 'ü', '0'], ['']],
    ['classicLabelName', classicLabelName, ['a', '_0'], ['', 'a-b', 'ü', '0']],
    ['headerName', headerName, ['X-A', ''], ['Authorization', 'host', 'X-AMZ-Date']],
    [
      'glob',
      glob,
      ['', 'a/*.tmpl', 'a?[b-c]', '[^a]', 'a\\[', ']'],
      ['[', 'a[', '[]', '[a-]', 'a\\', '[a/b]', '[a-b-c]'],
    ],
    ['pointerSecret', pointerSecret, ['', 'x'], ['null', '~']],
    [
      'loadedTemplate',
      loadedTemplate,
      ['', '}}', '{{ .x }}', '{{ len "x" }}'],
      ['{{', '{{ toUpper "x" }}', '{{ if }}'],
    ],
  ])('%s', (_, check, taken, refused) => {
    expect(taken.filter((text) => check.fault(text, context))).toEqual([]);
    expect(refused.filter((text) => !check.fault(text, context))).toEqual([]);
  });

  it('takes classic names only in classic mode', () => {
    expect(labelName.fault('a-b', { ...context, features: new Set(['classic-mode']) })?.suggestion).toBe(
      'a_b',
    );
  });
});

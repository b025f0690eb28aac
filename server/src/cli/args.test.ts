import { describe, expect, it } from 'vitest';
import { UsageError, parseArguments } from './args';
import type { CommandSpec } from './args';

const command: CommandSpec = {
  name: 'check',
  summary: '',
  usage: [],
  options: [
    { name: 'format', value: 'F', choices: ['text', 'json'], help: '' },
    { name: 'ignore', value: 'PATTERN', repeatable: true, help: '' },
    { name: 'check', help: '' },
    { name: 'help', short: 'h', help: '' },
  ],
};

function parse(line: string) {
  const { options, positional } = parseArguments(command, line.split(' '));
  return [Object.fromEntries(options), positional];
}

describe('parseArguments', () => {
  it.each<[line: string, options: Record<string, string[]>, positional: string[]]>([
    ['a.yml b.yml', {}, ['a.yml', 'b.yml']],
    ['--format json a.yml', { format: ['json'] }, ['a.yml']],
    ['a.yml --format=json', { format: ['json'] }, ['a.yml']],
    ['--format json --format text', { format: ['text'] }, []],
    ['--ignore a --ignore=b', { ignore: ['a', 'b'] }, []],
    ['--ignore --check', { ignore: ['--check'] }, []],
    ['--ignore=a=b', { ignore: ['a=b'] }, []],
    ['--check -h', { check: [''], help: [''] }, []],
    ['-', {}, ['-']],
    ['--check -- --format -x', { check: [''] }, ['--format', '-x']],
  ])('%s', (line, options, positional) => {
    expect(parse(line)).toEqual([options, positional]);
  });

  it.each([
    ['--fromat json', 'unknown option --fromat (did you mean --format?)'],
    ['--colour', 'unknown option --colour'],
    ['-x', 'unknown option -x'],
    ['-help', 'unknown option -help (did you mean --help?)'],
    ['--format', '--format needs a value: --format F'],
    ['--format jsn', '--format is one of text, json, not "jsn" (did you mean json?)'],
    ['--format=', '--format is one of text, json, not ""'],
    ['--check=yes', '--check takes no value'],
  ])('refuses %s', (line, message) => {
    expect(() => parse(line)).toThrow(new UsageError(message));
  });
});

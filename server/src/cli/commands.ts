/** The commands, their options and the help that is made from both. */
import { UsageError, proposal } from './args';
import type { Arguments, CommandSpec, OptionSpec } from './args';

export interface Command extends CommandSpec {
  /** Does the work and gives the exit status. Loads its code first: what isn't called costs no time. */
  run(args: Arguments): Promise<number>;
}

const FORMATS = ['text', 'json', 'sarif', 'github'];
const SEVERITIES = ['error', 'warning', 'information', 'hint'];

const help: OptionSpec = { name: 'help', short: 'h', help: 'show this help' };

const ignore: OptionSpec = {
  name: 'ignore',
  value: 'PATTERN',
  repeatable: true,
  help: 'leave out what matches, written as in .gitignore; repeatable',
};

const stdinFilename: OptionSpec = {
  name: 'stdin-filename',
  value: 'NAME',
  help: 'what standard input (-) is called, and recognised by',
};

const language: readonly OptionSpec[] = [
  {
    name: 'enable-feature',
    value: 'LIST',
    repeatable: true,
    help: "Prometheus' feature flags, separated by commas; repeatable",
  },
  {
    name: 'prometheus-version',
    value: 'V',
    help: 'version of Prometheus that reads the files; default: the newest',
  },
];

const alertmanagerVersion: OptionSpec = {
  name: 'alertmanager-version',
  value: 'V',
  help: 'version of Alertmanager that reads the files; default: the newest',
};

const check: Command = {
  name: 'check',
  run: async (args) => (await import('./check')).check(args),
  summary: 'find errors in rule files and PromQL',
  usage: ['check [--format text|json|sarif|github] [--min-severity S] PATH…'],
  options: [
    { name: 'format', value: 'F', choices: FORMATS, help: 'text, json, sarif or github; default: text' },
    {
      name: 'min-severity',
      value: 'S',
      choices: SEVERITIES,
      help: 'error, warning, information or hint and above; default: hint',
    },
    ...language,
    alertmanagerVersion,
    { name: 'threads', value: 'N', help: 'check so many files at a time; default: by the amount of work' },
    ignore,
    stdinFilename,
    help,
  ],
  notes: `PATH is a file, a directory, a glob in quotes, or - for standard input. Directories are searched for
YAML, .rules and .promql files; what .gitignore and .alertwrightignore name is left out.

Exit status: 0 no errors, 1 errors found, 2 wrong usage or unreadable input.`,
};

const format: Command = {
  name: 'format',
  run: async (args) => (await import('./format')).format(args),
  summary: 'format the PromQL inside files, and nothing else in them',
  usage: ['format [--check] PATH…', 'format --expr EXPR'],
  options: [
    { name: 'check', help: 'write nothing, list the files that would change' },
    { name: 'expr', value: 'EXPR', help: 'print this one expression formatted' },
    ...language,
    ignore,
    stdinFilename,
    help,
  ],
  notes: `PATH is as for check; standard input (-) is printed formatted. Expressions with errors stay as
they are.

Exit status: 0 done, 1 an invalid EXPR or files that --check would change, 2 wrong usage or
unreadable input.`,
};

const lsp: Command = {
  name: 'lsp',
  run: async (args) => (await import('./lsp')).lsp(args),
  summary: 'start the language server, over standard input and output',
  usage: ['lsp [--stdio]'],
  options: [{ name: 'stdio', help: 'speak over standard input and output (the default)' }, help],
};

const routes: Command = {
  name: 'routes',
  run: async (args) => (await import('./routes')).routes(args),
  summary: 'tell where alerts go in an Alertmanager configuration',
  usage: [
    'routes test --config FILE [--time T] [--format text|json] [LABEL=VALUE…]',
    'routes show --config FILE',
    'routes check FILE…',
  ],
  options: [
    { name: 'config', value: 'FILE', help: 'the Alertmanager configuration' },
    {
      name: 'time',
      value: 'T',
      help: 'when the alert fires, for time intervals: RFC 3339 or seconds since 1970',
    },
    { name: 'format', value: 'F', choices: ['text', 'json'], help: 'text or json; default: text' },
    { name: 'tree', help: 'with test: show the routes that the alert passes, too' },
    {
      name: 'verify.receivers',
      value: 'LIST',
      help: 'with test: fail unless these are the receivers, separated by commas',
    },
    {
      name: 'matchers',
      value: 'MODE',
      choices: ['fallback', 'utf8', 'classic'],
      help: 'how Alertmanager reads matchers; default: fallback, as its own',
    },
    alertmanagerVersion,
    help,
  ],
  notes: `test prints the receivers that an alert with these labels gets to, as amtool config routes test
does; with --time, without those that time intervals mute. show prints the routing tree. check runs
files of expectations, see docs/routes.md.

Exit status: 0 done, 1 an unexpected receiver or an invalid file, 2 wrong usage or unreadable input.`,
};

export const commands: readonly Command[] = [check, format, routes, lsp];

/** The command called `name`; throws a UsageError with a proposal when there is none. */
export function commandNamed(name: string): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const known = [...commands.map((command) => command.name), 'help'];
  throw new UsageError(`unknown command ${name}${proposal(name, known)}`);
}

export function overview(): string {
  const rows = commands.map(({ name, summary }): Row => [name, summary]);
  return `Checks Prometheus rule files and PromQL, offline.

Usage: alertwright COMMAND [OPTION…] [PATH…]

Commands:
${table([...rows, ['help CMD', 'show what a command takes']])}

Options:
${table([
  ['-h, --help', 'show this help'],
  ['--version', 'show the version'],
])}
`;
}

export function helpOf({ summary, usage, options, notes }: CommandSpec): string {
  const [first = '', ...rest] = summary;
  const title = `${first.toUpperCase()}${rest.join('')}.`;
  const lines = usage.map((line, i) => `${i === 0 ? 'Usage:' : '      '} alertwright ${line}`).join('\n');
  const rows = options.map((option): Row => [optionSynopsis(option), option.help]);
  return `${title}\n\n${lines}\n\nOptions:\n${table(rows)}\n${notes === undefined ? '' : `\n${notes}\n`}`;
}

type Row = readonly [left: string, right: string];

function optionSynopsis({ name, short, value }: OptionSpec): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function table(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

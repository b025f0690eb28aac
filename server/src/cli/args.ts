/** Reading a command's arguments by a table of its options. */
import { closest } from '../text/similar';

export interface OptionSpec {
  /** Without the dashes. */
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; an option without one is a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** May be given several times; otherwise the last one counts. */
  readonly repeatable?: boolean;
  readonly help: string;
}

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** What may follow `alertwright`, one line each. */
  readonly usage: readonly string[];
  readonly options: readonly OptionSpec[];
  /** Shown below the options. */
  readonly notes?: string;
}

export interface Arguments {
  /** Values by option name; a switch that was given has one empty value. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly positional: readonly string[];
}

/** What the user called wrongly: said on standard error without a trace, exit status 2. */
export class UsageError extends Error {}

/**
 * Reads `args` (what follows the command's name) by the command's options: `--name value`, `--name=value`,
 * short forms, `--` before arguments that begin with a dash; a lone `-` is an argument.
 * Throws a UsageError with a proposal for what isn't known.
 */
export function parseArguments(command: CommandSpec, args: readonly string[]): Arguments {
  const options = new Map<string, string[]>();
  const positional: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--') {
      positional.push(...rest);
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      positional.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals < 0 ? arg : arg.slice(0, equals);
    const option = findOption(command, name);
    const value = readValue(option, equals < 0 ? undefined : arg.slice(equals + 1), rest);
    const earlier = option.repeatable ? options.get(option.name) : undefined;
    options.set(option.name, [...(earlier ?? []), value]);
  }
  return { options, positional };
}

function findOption(command: CommandSpec, given: string): OptionSpec {
  const found = command.options.find(({ name, short }) => given === `--${name}` || given === `-${short}`);
  if (found) return found;
  const names = command.options.map(({ name }) => `--${name}`);
  throw new UsageError(`unknown option ${given}${proposal(given, names)}`);
}

function readValue(option: OptionSpec, attached: string | undefined, rest: string[]): string {
  if (option.value === undefined) {
    if (attached !== undefined) throw new UsageError(`--${option.name} takes no value`);
    return '';
  }
  const value = attached ?? rest.shift();
  if (value === undefined)
    throw new UsageError(`--${option.name} needs a value: --${option.name} ${option.value}`);
  if (option.choices && !option.choices.includes(value)) {
    const list = option.choices.join(', ');
    throw new UsageError(
      `--${option.name} is one of ${list}, not "${value}"${proposal(value, option.choices)}`,
    );
  }
  return value;
}

/** ` (did you mean X?)` for the known name that `given` looks like; empty if there is none. */
export function proposal(given: string, known: readonly string[]): string {
  const name = closest(given, known);
  return name === undefined ? '' : ` (did you mean ${name}?)`;
}

/** From the command line's arguments to a command. */
import { UsageError, parseArguments } from './args';
import { commandNamed, commands, helpOf, overview } from './commands';
import { EXIT } from './exit';
import { tolerateClosedPipes, write } from './output';
import { reasonOf } from './problem';
import { VERSION } from './version';

/**
 * Runs the command that `args` (what follows the program's name) ask for and gives the exit status.
 * Every failure ends in a message on standard error; there is never a stack trace.
 */
export async function main(args: readonly string[]): Promise<number> {
  tolerateClosedPipes(process.stdout, process.stderr);
  try {
    return await dispatch(args);
  } catch (error) {
    const place = commands.some(({ name }) => name === args[0]) ? ` ${args[0]}` : '';
    const hint = error instanceof UsageError ? `\nSee alertwright${place} --help.` : '';
    await write(process.stderr, `alertwright: ${reasonOf(error)}${hint}\n`);
    return EXIT.usage;
  }
}

async function dispatch([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined) throw new UsageError('no command given, such as check');
  if (name === '--help' || name === '-h') return print(overview());
  if (name === '--version') return print(`${VERSION}\n`);
  if (name === 'help') return print(rest[0] === undefined ? overview() : helpOf(commandNamed(rest[0])));
  if (name.startsWith('-')) throw new UsageError(`the command comes first, then options such as ${name}`);

  const command = commandNamed(name);
  const parsed = parseArguments(command, rest);
  return parsed.options.has('help') ? print(helpOf(command)) : command.run(parsed);
}

async function print(text: string): Promise<number> {
  await write(process.stdout, text);
  return EXIT.ok;
}

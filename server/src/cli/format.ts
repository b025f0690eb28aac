import { writeFileSync } from 'node:fs';
import { formatText } from '../features/format';
import { formatExpr } from '../languages/promql/format';
import type { TextEdit } from '../text/finding';
import { dialectOf } from '../workspace/settings';
import type { Settings } from '../workspace/settings';
import { UsageError } from './args';
import type { Arguments } from './args';
import { checkBytes } from './check-file';
import { decode, encodeLike } from './decode';
import { EXIT } from './exit';
import { STDIN, findFiles, sourceOf, standardInput } from './files';
import type { InputFile } from './files';
import { featureWarnings, settingsOf } from './language-options';
import { complain, write } from './output';
import { reasonOf } from './problem';
import { readBytes, readStandardInput } from './read';
import { findingText } from './report-text';
import { screenOf } from './terminal';

/** The command `format`. */
export async function format(args: Arguments): Promise<number> {
  const { options, positional } = args;
  const settings = settingsOf(args);
  await complain(featureWarnings(settings));
  const expression = options.get('expr')?.at(-1);
  if (expression === undefined) return formatFiles(args, settings);
  if (positional.length > 0) throw new UsageError('format takes either --expr or a PATH');
  if (options.has('check')) throw new UsageError('--check is for a PATH');
  return formatExpression(expression, settings);
}

async function formatExpression(expression: string, settings: Settings): Promise<number> {
  const formatted = formatExpr(expression, { dialect: dialectOf(settings) });
  if ('text' in formatted) {
    await write(process.stdout, `${formatted.text.trimEnd()}\n`);
    return EXIT.ok;
  }
  const checked = checkBytes({ path: 'expr.promql', named: true }, Buffer.from(expression), settings);
  const errors = checked.findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) await complain([formatted.refused]);
  const screen = screenOf(process.stderr);
  await write(process.stderr, errors.map((error) => findingText('EXPR', error, screen)).join('\n'));
  return EXIT.errors;
}

async function formatFiles({ options, positional }: Arguments, settings: Settings): Promise<number> {
  if (positional.length === 0) throw new UsageError('format needs a PATH, or --expr EXPR');
  const { files, problems } = findFiles(positional, options.get('ignore') ?? [], process.cwd());
  const stdin = standardInput(options.get('stdin-filename')?.at(-1));
  const targets = files.map((file) => (file.path === STDIN ? streams(stdin) : fileOnDisk(file)));
  const failures = problems.map(({ file, message }) => `${file}: ${message}`);
  const onlyCheck = options.has('check');
  let changed = 0;
  for (const target of targets) {
    try {
      const bytes = await target.read();
      const formatted = formatBytes(target.file, bytes, settings);
      if (formatted) changed++;
      if (!onlyCheck) await target.write(formatted ?? bytes, formatted !== undefined);
      else if (formatted) await write(process.stdout, `${target.file.path}\n`);
    } catch (error) {
      failures.push(`${target.file.path}: ${reasonOf(error)}`);
    }
  }
  await complain(failures);
  if (failures.length > 0) return EXIT.usage;
  return onlyCheck && changed > 0 ? EXIT.errors : EXIT.ok;
}

/** Where text comes from and goes to. */
interface Target {
  readonly file: InputFile;
  read(): Uint8Array | Promise<Uint8Array>;
  write(bytes: Uint8Array, isChanged: boolean): Promise<void>;
}

function streams(file: InputFile): Target {
  return { file, read: readStandardInput, write: (bytes) => write(process.stdout, bytes) };
}

/** Files stay untouched unless something changes, which is said. */
function fileOnDisk(file: InputFile): Target {
  const { path } = file;
  return {
    file,
    read: () => readBytes(path),
    write: async (bytes, isChanged) => {
      if (!isChanged) return;
      writeFileSync(path, bytes);
      await write(process.stdout, `${path}\n`);
    },
  };
}

/** The bytes with their expressions formatted; undefined where that changes nothing. */
function formatBytes(file: InputFile, bytes: Uint8Array, settings: Settings): Uint8Array | undefined {
  const { text, fault } = decode(bytes);
  const edits = formatText(sourceOf(file, text), settings);
  if (edits.length === 0) return undefined;
  if (fault) throw new Error(fault.message);
  return encodeLike(bytes, withEdits(text, edits));
}

/** `text` with edits that don't overlap. */
function withEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of [...edits].sort((a, b) => a.span.from - b.span.from)) {
    parts.push(text.slice(at, span.from), newText);
    at = span.to;
  }
  return parts.join('') + text.slice(at);
}

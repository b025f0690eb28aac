import type { Severity } from '../text/finding';
import { UsageError } from './args';
import type { Arguments } from './args';
import { checkStandardInput } from './check-file';
import { EXIT } from './exit';
import { STDIN, findFiles, standardInput } from './files';
import { featureWarnings, settingsOf } from './language-options';
import { complain, write } from './output';
import { checkFiles, threadsFor } from './pool';
import { render } from './render';
import { byCodeUnits } from './order';
import { filterBySeverity } from './report';
import type { CheckedFile, Report } from './report';

/** The command `check`. */
export async function check(args: Arguments): Promise<number> {
  const { options, positional } = args;
  if (positional.length === 0) throw new UsageError('check needs a PATH, for instance . for this folder');
  const settings = settingsOf(args);
  const format = options.get('format')?.at(-1) ?? 'text';
  const threads = threadsOf(args);
  const leastSeverity = (options.get('min-severity')?.at(-1) ?? 'hint') as Severity;

  const { files, problems } = findFiles(positional, options.get('ignore') ?? [], process.cwd());
  const onDisk = files.filter(({ path }) => path !== STDIN);
  const checked = await checkFiles(onDisk, settings, threads ?? threadsFor(onDisk));
  if (onDisk.length < files.length) {
    checked.push(await checkStandardInput(standardInput(options.get('stdin-filename')?.at(-1)), settings));
  }
  checked.sort((a, b) => byCodeUnits(a.path, b.path));

  const report: Report = { files: checked, problems: [...problems, ...checked.flatMap(problemsOf)] };
  const notes =
    format === 'text' ? checked.filter(isNotOurs).map(({ path }) => `note: ${path}: ${NOT_OURS}`) : [];
  const failures = report.problems.map(({ file, message }) => `${file}: ${message}`);
  await complain([...featureWarnings(settings), ...notes, ...failures]);
  await write(process.stdout, await render(filterBySeverity(report, leastSeverity), format));

  if (failures.length > 0) return EXIT.usage;
  return checked.some(hasErrors) ? EXIT.errors : EXIT.ok;
}

/** The number that `--threads` gives. */
function threadsOf({ options }: Arguments): number | undefined {
  const given = options.get('threads')?.at(-1);
  if (given === undefined || /^[1-9]\d?$/.test(given)) return given === undefined ? undefined : Number(given);
  throw new UsageError(`--threads takes a number from 1 to 99, not "${given}"`);
}

const NOT_OURS =
  'no rules, configuration, template, metrics or PromQL were recognised, so there is nothing to check';

function problemsOf({ path, problem }: CheckedFile): Report['problems'] {
  return problem === undefined ? [] : [{ file: path, message: problem }];
}

/** What somebody named for nothing. */
function isNotOurs({ named, recognised, problem }: CheckedFile): boolean {
  return named && !recognised && problem === undefined;
}

function hasErrors({ findings }: CheckedFile): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

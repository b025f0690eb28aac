/** `alertwright routes check`: files of expectations about routing, for continuous integration. */
import { dirname, resolve } from 'node:path';
import { checkExpectation } from '../formats/alertmanager/routing/check-expectation';
import { readExpectations } from '../formats/alertmanager/routing/expectations';
import type { Finding } from '../text/finding';
import { LineIndex } from '../text/line-index';
import { UsageError, type Arguments } from './args';
import { EXIT } from './exit';
import { write } from './output';
import { complainOf, findingsInText, loadConfig, readText } from './routes-config';

interface Outcome {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  readonly failures: readonly Finding[];
}

/** Runs the tests of each file. What is wrong with the files themselves goes to standard error. */
export async function checkRoutes(args: Arguments): Promise<number> {
  const { options, positional } = args;
  if (positional.length === 0) throw new UsageError('routes check needs a FILE with expectations');
  const isJson = options.get('format')?.at(-1) === 'json';
  const report: object[] = [];
  let status: number = EXIT.ok;
  for (const path of positional) {
    const lines = new LineIndex(readText(path).text);
    const outcomes = await runFile(path, lines, args);
    if (!outcomes || outcomes.some(({ failures }) => failures.length > 0)) status = EXIT.errors;
    if (!outcomes) continue;
    if (isJson) report.push(...outcomes.map((outcome) => asJson(path, outcome)));
    else await write(process.stdout, inText(path, outcomes, lines));
  }
  if (isJson) await write(process.stdout, `${JSON.stringify(report, null, 2)}\n`);
  return status;
}

/** Undefined where the file or its configuration has errors, which are said. */
async function runFile(path: string, lines: LineIndex, args: Arguments): Promise<Outcome[] | undefined> {
  const { text, fault } = readText(path);
  const { config, tests, findings } = readExpectations(text);
  const errors = fault ? [fault] : findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || !config) {
    await complainOf(path, errors, lines);
    return undefined;
  }
  const loaded = await loadConfig(resolve(dirname(path), config.text), args);
  return (
    loaded &&
    tests.map((test) => ({
      name: test.name.text,
      line: lines.positionAt(test.name.span.from).line + 1,
      failures: checkExpectation(loaded.model, test),
    }))
  );
}

function asJson(file: string, { name, line, failures }: Outcome): object {
  return {
    file,
    name,
    line,
    passed: failures.length === 0,
    failures: failures.map(({ message }) => message),
  };
}

function inText(path: string, outcomes: readonly Outcome[], lines: LineIndex): string {
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  const failed = outcomes.filter((outcome) => outcome.failures.length > 0).length;
  const tests = `${outcomes.length} test${outcomes.length === 1 ? '' : 's'}`;
  const summary = failed === 0 ? `${path}: ${tests} passed` : `${path}: ${failed} of ${tests} failed`;
  return [...findingsInText(path, failures, lines, process.stdout), `${summary}\n`].join('\n');
}

import type { Finding } from '../text/finding';
import { LineIndex } from '../text/line-index';
import { checkSource } from '../workspace/check-source';
import { configDialectOf, type Settings } from '../workspace/settings';
import { decode } from './decode';
import { sourceOf } from './files';
import type { InputFile } from './files';
import { reasonOf } from './problem';
import { readBytes, readStandardInput } from './read';
import { excerptAround } from './report';
import type { CheckedFile, ReportedFinding } from './report';
import { brokenTemplateFiles } from './template-files';

/** Reads and checks one file. Never throws: what goes wrong is the file's problem. */
export function checkFile(file: InputFile, settings: Settings): CheckedFile {
  try {
    return checkBytes(file, readBytes(file.path), settings);
  } catch (error) {
    return unchecked(file, error);
  }
}

/** Checks standard input as `file`. Never throws. */
export async function checkStandardInput(file: InputFile, settings: Settings): Promise<CheckedFile> {
  try {
    return checkBytes(file, await readStandardInput(), settings);
  } catch (error) {
    return unchecked(file, error);
  }
}

/** Checks the bytes of a file. Throws only by a fault of ours. */
export function checkBytes(file: InputFile, bytes: Uint8Array, settings: Settings): CheckedFile {
  const { text, fault } = decode(bytes);
  const { version } = configDialectOf(settings);
  const brokenTemplates = (pattern: string) => brokenTemplateFiles(file.path, pattern, version);
  const { kind, findings } = checkSource(sourceOf(file, text), settings, { brokenTemplates });
  const recognised = kind !== undefined;
  const lines = new LineIndex(text);
  const shown = fault && recognised ? [fault] : findings;
  return { ...file, recognised, findings: shown.map((finding) => report(finding, lines)) };
}

function unchecked(file: InputFile, error: unknown): CheckedFile {
  return { ...file, recognised: false, findings: [], problem: reasonOf(error) };
}

function report({ span, severity, code, message }: Finding, lines: LineIndex): ReportedFinding {
  const start = lines.positionAt(span.from);
  const end = lines.positionAt(span.to);
  return { range: { start, end }, severity, code, message, excerpt: excerptAround(start, lines) };
}

import { createHash } from 'node:crypto';
import { isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CODE_PAGES } from '../checks/pages';
import { docsPage } from '../features/diagnostics';
import type { Severity } from '../text/finding';
import type { CheckedFile, Report, ReportedFinding } from './report';
import { VERSION } from './version';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * The report as a SARIF 2.1.0 log with one run. Files below the absolute `workingDirectory` are named relative to it.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
 */
export function sarifReport({ files, problems }: Report, workingDirectory: string): string {
  const codes = [...new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort();
  const ruleIndexes = new Map(codes.map((code, index) => [code, index]));
  const notifications = problems.map(({ file, message }) => ({
    level: 'error',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file, workingDirectory) } }],
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Alertwright',
            semanticVersion: VERSION,
            rules: codes.map(rule),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder that the check ran in.' } } },
        invocations: [
          { executionSuccessful: problems.length === 0, toolExecutionNotifications: notifications },
        ],
        results: files.flatMap((file) => results(file, ruleIndexes, workingDirectory)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const ROOT = '%SRCROOT%';

function rule(code: string) {
  const page = CODE_PAGES.get(code);
  const descriptions = page && {
    shortDescription: { text: page.title },
    fullDescription: { text: page.explanation },
    help: { text: page.explanation, markdown: page.explanation },
  };
  return { id: code, ...descriptions, helpUri: docsPage(code) };
}

function results(
  { path, findings }: CheckedFile,
  ruleIndexes: ReadonlyMap<string, number>,
  workingDirectory: string,
) {
  const artifactLocation = artifact(path, workingDirectory);
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { code, severity, message, range } = finding;
    const hash = lineHash(finding);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return {
      ruleId: code,
      ruleIndex: ruleIndexes.get(code),
      level: LEVELS[severity],
      // Braces stay single, which section 3.11.5 wants doubled: code scanning shows the text as it is.
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation, region: region(range) } }],
      partialFingerprints: { 'codeAndLine/v1': `${hash}:${count}` },
    };
  });
}

function region({ start, end }: ReportedFinding['range']) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** Stays the same when the line moves or is indented otherwise, so that a known finding is known again. */
function lineHash({ code, excerpt }: ReportedFinding): string {
  return createHash('sha256').update(`${code}\n${excerpt.text.trim()}`).digest('hex').slice(0, 16);
}

/** Relative to the working directory where possible: code scanning takes that for the checkout's root. */
function artifact(path: string, workingDirectory: string) {
  const absolute = resolve(workingDirectory, path);
  const fromRoot = relative(workingDirectory, absolute).replaceAll('\\', '/');
  if (isAbsolute(fromRoot) || /^\.\.(\/|$)/.test(fromRoot)) return { uri: pathToFileURL(absolute).href };
  return { uri: fromRoot.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

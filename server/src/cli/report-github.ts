import { relative, resolve } from 'node:path';
import type { Severity } from '../text/finding';
import type { Report, ReportedFinding } from './report';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * The findings as GitHub Actions' workflow commands, which become annotations.
 * `root` is the checkout's folder (GITHUB_WORKSPACE), which GitHub takes paths to be relative to.
 * https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions
 */
export function githubReport({ files }: Report, workingDirectory: string, root: string): string {
  return files
    .flatMap(({ path, findings }) => {
      const file = relative(root, resolve(workingDirectory, path)).replaceAll('\\', '/');
      return findings.map((finding) => annotation(file, finding));
    })
    .join('');
}

function annotation(file: string, { range, severity, code, message }: ReportedFinding): string {
  const properties: [name: string, value: string | number][] = [
    ['file', file],
    ['line', range.start.line + 1],
    ['endLine', range.end.line + 1],
  ];
  // GitHub refuses columns where the lines differ.
  if (range.start.line === range.end.line) {
    properties.push(['col', range.start.character + 1], ['endColumn', range.end.character + 1]);
  }
  properties.push(['title', code]);
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${COMMANDS[severity]} ${list}::${escapeData(message)}\n`;
}

/** As `escapeData` and `escapeProperty` of actions/toolkit do. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

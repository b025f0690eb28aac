import type { Report } from './report';

/**
 * The findings as a JSON array, one a line: `{file, range, severity, code, message, source}` with zero-based lines and
 * UTF-16 columns.
 */
export function jsonReport({ files }: Report): string {
  const lines = files.flatMap(({ path, findings }) =>
    findings.map(({ range, severity, code, message }) =>
      JSON.stringify({ file: path, range, severity, code, message, source: 'alertwright' }),
    ),
  );
  return lines.length === 0 ? '[]\n' : `[\n  ${lines.join(',\n  ')}\n]\n`;
}

import { githubReport } from './report-github';
import { jsonReport } from './report-json';
import { textReport } from './report-text';
import type { Report } from './report';
import { screenOf } from './terminal';

/** The report in one of the formats of `--format`, for this process' standard output. */
export async function render(report: Report, format: string): Promise<string> {
  const workingDirectory = process.cwd();
  switch (format) {
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return (await import('./report-sarif')).sarifReport(report, workingDirectory);
    case 'github':
      return githubReport(report, workingDirectory, process.env.GITHUB_WORKSPACE ?? workingDirectory);
    default:
      return textReport(report, screenOf(process.stdout));
  }
}

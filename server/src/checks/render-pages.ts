import type { CodePage } from '../text/code-page';
import type { RuleCheck } from './check';

/** The documentation's pages by file name below docs/checks, made of the tables. */
export function renderPages(
  pages: ReadonlyMap<string, CodePage>,
  checks: readonly Pick<RuleCheck, 'code' | 'severity'>[],
): Map<string, string> {
  const files = new Map<string, string>();
  const severities = new Map(checks.map(({ code, severity }) => [code, severity]));
  for (const [code, page] of pages) files.set(`${code}.md`, renderPage(code, page, severities.get(code)));
  files.set('README.md', renderIndex(pages, severities));
  return files;
}

function renderPage(code: string, { title, explanation }: CodePage, severity: string | undefined): string {
  const program = /^(?:alertmanager|matchers)\//.test(code) ? 'Alertmanager' : 'Prometheus';
  const about = severity
    ? `Severity: ${severity}. ${program} accepts it. Another severity, or none: \`"alertwright.checks": { "${code}": "off" }\`.`
    : `What the target version of ${program} refuses is an error; what it accepts is never more than a warning.`;
  return `# ${title}\n\n\`${code}\`\n\n${explanation}\n\n${about}\n`;
}

function renderIndex(pages: ReadonlyMap<string, CodePage>, severities: ReadonlyMap<string, string>): string {
  const rows = [...pages].map(
    ([code, { title }]) => `| [\`${code}\`](${code}.md) | ${title} | ${severities.get(code) ?? ''} |`,
  );
  return ['# Findings', '', '| code | what | advice |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

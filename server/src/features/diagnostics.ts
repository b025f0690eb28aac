import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../text/finding';
import { documentFindings } from '../workspace/findings';
import { SEVERITY, TAG, toRange } from './convert';
import type { FeatureContext } from './context';

/** VS Code keeps no more of a file (extHostDiagnostics.ts); the rest appears as these go away. Errors come first. */
const MOST = 1000;

const DOCS = 'https://github.com/alertwright/alertwright/blob/main/docs/checks';

/** Everything found in the document. */
export function diagnostics({ document, settings }: FeatureContext): Diagnostic[] {
  const { analysis } = document;
  if (!analysis) return [];
  const found = documentFindings(analysis, settings, document.advice);
  return mostImportant(found).map((finding) => toDiagnostic(finding, document));
}

function mostImportant(findings: Finding[]): Finding[] {
  if (findings.length <= MOST) return findings;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  return [...errors, ...others].slice(0, MOST);
}

function toDiagnostic(finding: Finding, { uri, lines }: FeatureContext['document']): Diagnostic {
  const { code, message, severity, span, related, tag } = finding;
  return {
    range: toRange(lines, span),
    severity: SEVERITY[severity],
    code,
    codeDescription: { href: docsPage(code) },
    source: 'alertwright',
    message,
    tags: tag && [TAG[tag]],
    relatedInformation: related?.map((other) => ({
      location: { uri, range: toRange(lines, other.span) },
      message: other.message,
    })),
  };
}

/** The page that explains a code. */
export function docsPage(code: string): string {
  return `${DOCS}/${code}.md`;
}

import type { Finding } from '../text/finding';
import { hostSpan, type OffsetMap } from '../text/region';
import type { Analysis, PlacedFindings } from './analysis';
import type { Settings } from './settings';

/**
 * The findings of a document as editor and command line show them: in document offsets, ordered by place, with the
 * severities that the settings give. Fixes stay behind; a code action makes them when it is asked for.
 * @param advice what `wholeAdvice` gave
 */
export function documentFindings(
  analysis: Analysis,
  settings: Settings,
  advice: readonly PlacedFindings[] = [],
): Finding[] {
  const found: Finding[] = [];
  for (const { findings, map } of [...analysis.findings(), ...advice]) {
    for (const finding of findings) {
      const severity = severityOf(finding, settings);
      if (severity !== 'off') found.push(placeFinding(finding, severity, map));
    }
  }
  return found.sort((a, b) => a.span.from - b.span.from || a.span.to - b.span.to);
}

/** What the settings make of a finding. An error says what Prometheus does, which no setting changes. */
export function severityOf({ code, severity }: Finding, { checks }: Settings): Finding['severity'] | 'off' {
  return severity === 'error' ? severity : (checks[code] ?? severity);
}

function placeFinding(finding: Finding, severity: Finding['severity'], map: OffsetMap): Finding {
  const { code, message, span, related, tag } = finding;
  return {
    code,
    severity,
    message,
    span: hostSpan(map, span),
    related: related?.map((other) => ({ ...other, span: hostSpan(map, other.span) })),
    tag,
  };
}

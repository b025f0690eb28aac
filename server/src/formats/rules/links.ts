import { hostSpan } from '../../text/region';
import type { Span } from '../../text/span';
import type { FieldValue, RuleFileModel } from './model';

export interface LinkAnswer {
  readonly span: Span;
  readonly target: string;
  readonly tooltip?: string;
}

const URL_PATTERN = /https?:\/\/[^\s"'<>`|\\^{}]+/g;
/** What more often ends the sentence than the address. */
const TRAILING = /[.,;:!?)\]]+$/;

/** The web addresses in annotations and labels: `runbook_url`, `dashboard_url` and any other. */
export function links({ groups }: RuleFileModel): LinkAnswer[] {
  return groups.flatMap(({ rules }) =>
    rules.flatMap(({ labels, annotations }) => [...labels, ...annotations].flatMap(entryLinks)),
  );
}

function entryLinks(entry: FieldValue): LinkAnswer[] {
  const { text, template } = entry;
  if (!template || !text.includes('://')) return [];
  const found: LinkAnswer[] = [];
  for (const match of text.matchAll(URL_PATTERN)) {
    const target = match[0].replace(TRAILING, '');
    const to = match.index + target.length;
    // Its rest depends on the alert.
    if (text.startsWith('{{', match.index + match[0].length)) continue;
    const tooltip = entry.name.text === 'runbook_url' ? 'Open the runbook' : undefined;
    found.push({ span: hostSpan(template.region().map, { from: match.index, to }), target, tooltip });
  }
  return found;
}

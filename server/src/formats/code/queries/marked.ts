import type { CodeFile } from '../../../languages/code/tree';
import type { HostedTextList } from './texts';

/** `promql`, `language=promql`, `lang=PromQL`. */
const NAMES_PROMQL = /^(?:lang(?:uage)?\s*[=:]\s*)?promql$/i;

/** What makes another text of a text: Prometheus doesn't get the one that is written. */
const CHANGES_TEXT = /^(?:replace|replaceAll|format|format_map|substitute|safe_substitute|concat)$/;

/** Adds the strings with a comment that says that they are PromQL. */
export function addMarkedStrings({ marked, calls }: CodeFile, texts: HostedTextList): void {
  const strings = marked.flatMap(({ comment, string }) => (NAMES_PROMQL.test(comment) ? [string] : []));
  if (strings.length === 0) return;
  const changed = new Set<number>();
  for (const { callee } of calls) {
    if (callee.kind === 'member' && CHANGES_TEXT.test(callee.name)) changed.add(callee.object.span.from);
  }
  for (const string of strings) {
    texts.addString(string, { by: { kind: 'query' }, illustrates: changed.has(string.span.from) });
  }
}

import type { CodeFile } from '../../../languages/code/tree';
import type { Finding } from '../../../text/finding';
import type { HostedRule, HostedText, HostSettings } from '../../hosts/host';
import { addKnownCalls } from './known-calls';
import { addMarkedStrings } from './marked';
import { addRules } from './rules';
import type { QuerySettings } from './settings';
import { TaggedQueries } from './tagged';
import { HostedTextList } from './texts';
import { addUrlQueries } from './urls';

export interface FoundQueries {
  readonly texts: readonly HostedText[];
  readonly rules: readonly HostedRule[];
  readonly findings: readonly Finding[];
}

/**
 * The PromQL of a program, and the rules that it writes as objects, as far as the program itself or a library that it
 * calls says that they are. A text that merely looks like PromQL is none. All in document order, no text twice.
 */
export function findQueries(file: CodeFile, settings: QuerySettings & HostSettings): FoundQueries {
  const tagged = new TaggedQueries(file, settings.tags);
  const texts = new HostedTextList(tagged);
  // What knows most of a text comes first.
  const rules = addRules(file, tagged, texts, settings);
  const ofCalls = addKnownCalls(file, settings.calls, texts);
  addUrlQueries(file, texts);
  for (const string of tagged.strings) texts.addString(string, { by: { kind: 'query' } });
  addMarkedStrings(file, texts);
  const ordered = texts.ordered();
  const places = new Map(ordered.map((text, index) => [text, index]));
  return {
    texts: ordered,
    rules: rules.found
      .map(({ text, ...rule }) => (text ? { ...rule, expr: places.get(text) } : rule))
      .sort((a, b) => a.name.span.from - b.name.span.from),
    findings: [...rules.findings, ...ofCalls].sort((a, b) => a.span.from - b.span.from),
  };
}

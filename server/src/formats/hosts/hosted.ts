import type { ParseResult } from '../../languages/promql/ast';
import { parse } from '../../languages/promql/parse';
import type { TemplateResult } from '../../languages/gotemplate/ast';
import { lintTemplate } from '../../languages/gotemplate/lint';
import { parseTemplate } from '../../languages/gotemplate/parse';
import { prometheusTemplates } from '../../languages/gotemplate/prometheus';
import type { Finding } from '../../text/finding';
import { queriesIn } from '../rules/embedded';
import type { QueryModel } from '../rules/model';
import type { HostedText, HostSettings } from './host';

/** A text in a host with what its language makes of it. */
export type HostedFragment =
  | { readonly language: 'promql'; readonly hosted: HostedText; readonly result: ParseResult }
  | {
      readonly language: 'gotemplate';
      readonly hosted: HostedText;
      readonly result: TemplateResult;
      readonly queries: readonly QueryModel[];
    };

/**
 * Reads the texts of hosts, and those that an edit left alone not again: the host's own reading finds them anew after
 * every edit.
 */
export class HostedTexts {
  #parsed = new Map<string, ParseResult | TemplateResult>();

  constructor(private readonly settings: HostSettings) {}

  /** The texts, read. Those of the call before are kept where they are the same. */
  read(texts: readonly HostedText[]): HostedFragment[] {
    const before = this.#parsed;
    this.#parsed = new Map();
    const once = <T extends ParseResult | TemplateResult>(hosted: HostedText, make: () => T): T => {
      const { language, text, holes = [] } = hosted.region;
      const key = `${language} ${holes.map(({ from, to }) => `${from}-${to}`).join()} ${text}`;
      // The key names the language, and so the type of what was made.
      const result = (before.get(key) as T | undefined) ?? make();
      this.#parsed.set(key, result);
      return result;
    };
    return texts.flatMap((hosted): HostedFragment[] => {
      const { region } = hosted;
      const { dialect } = this.settings;
      if (region.language === 'promql') {
        const result = once(hosted, () => parse(region.text, { dialect, holes: region.holes }));
        return [{ language: 'promql', hosted, result }];
      }
      if (region.language !== 'gotemplate') return [];
      const result = once(hosted, () => parseTemplate(region.text, prometheusTemplates(dialect.version), ''));
      return [{ language: 'gotemplate', hosted, result, queries: queriesIn(result, () => region, dialect) }];
    });
  }
}

/** What is wrong with a text by its own language, in its own offsets. */
export function hostedFindings(fragment: HostedFragment): Finding[] {
  const { region, severity, by } = fragment.hosted;
  if (severity === 'none') return [];
  // A page may be about what not every Prometheus has switched on.
  const faults = fragment.result.faults
    .filter(({ code }) => !(by.kind === 'document' && code === 'promql/not-enabled'))
    .map((fault): Finding => ({ ...fault, severity }));
  if (fragment.language === 'promql') return faults;
  // What is filled in may bring the braces that a template misses.
  return region.holes?.length ? [] : [...faults, ...lintTemplate(fragment.result)];
}

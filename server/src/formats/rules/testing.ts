import { parseYaml } from '../../languages/yaml/parse';
import type { Finding } from '../../text/finding';
import { decodeFile, type Decoded, type RulesContext } from './decode';
import type { RuleFileModel } from './model';

type Settings = Partial<Omit<RulesContext, 'text'>>;

export function context(text: string, settings: Settings = {}): RulesContext {
  const dialect = { version: [3, 14], features: new Set<string>() } as const;
  return { text, dialect, nameValidation: 'utf8', ...settings };
}

export function decode(text: string, settings?: Settings): Decoded<RuleFileModel> {
  return decodeFile(parseYaml(text)[0]?.root, context(text, settings));
}

const show = ({ code, message, span }: Finding, text: string): string => {
  return `${code} ${JSON.stringify(text.slice(span.from, span.to))}: ${message}`;
};

export function findings(text: string, settings?: Settings): string[] {
  return decode(text, settings).findings.map((finding) => show(finding, text));
}

/** A file with one group and this rule in it, written from the column of its keys on. */
export function rule(text: string): string {
  return `groups:\n- name: a\n  rules:\n  - ${text.replaceAll('\n', '\n    ')}\n`;
}

/** A file with one group and these rules in it. */
export function group(rules: string): string {
  return `groups:\n- name: a\n  rules:\n  ${rules.trimEnd().replaceAll('\n', '\n  ')}\n`;
}

/** What the text becomes by the first fix of the first finding that has one. */
export function fixed(text: string, settings?: Settings): string {
  const fix = decode(text, settings).findings.flatMap(({ fixes }) => fixes ?? [])[0];
  if (!fix) return 'no fix';
  return fix.edits.reduceRight((result, { span, newText }) => {
    return result.slice(0, span.from) + newText + result.slice(span.to);
  }, text);
}

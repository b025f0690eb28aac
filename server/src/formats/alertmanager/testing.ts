import { marked, unmarked } from '../../languages/yaml/testing';
import type { Finding, Fix } from '../../text/finding';
import { readConfig, type ConfigSettings } from './read';

/** For tests: how configurations are read unless said otherwise. */
export const SETTINGS: ConfigSettings = { version: [0, 34], matchers: 'fallback' };

/** For tests: what is found in a whole configuration, in the order of the text. */
export function findingsIn(text: string, settings: Partial<ConfigSettings> = {}): Finding[] {
  const { findings } = readConfig(unmarked(text), { ...SETTINGS, ...settings });
  return [...findings].sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to);
}

/** For tests: the codes of all findings, without `alertmanager/`, and the text with the findings marked. */
export function reading(
  text: string,
  settings: Partial<ConfigSettings> = {},
): { readonly codes: string[]; readonly text: string } {
  const findings = findingsIn(text, settings);
  const codes = findings.map(({ code }) => code.replace('alertmanager/', ''));
  return {
    codes,
    text: marked(
      unmarked(text),
      findings.map(({ span }) => span),
    ),
  };
}

/** For tests: the smallest configuration that Alertmanager takes, with more lines. */
export function config(more: string): string {
  return `route: {receiver: a}\nreceivers: [{name: a}]\n${more}`;
}

/** For tests: a text after a fix. */
export function fixed(text: string, { edits }: Fix): string {
  let result = text;
  for (const { span, newText } of [...edits].sort((a, b) => b.span.from - a.span.from)) {
    result = result.slice(0, span.from) + newText + result.slice(span.to);
  }
  return result;
}

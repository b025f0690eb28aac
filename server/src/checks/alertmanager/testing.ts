import { readConfig } from '../../formats/alertmanager/read';
import type { Version } from '../../formats/structure/types';
import type { Finding } from '../../text/finding';
import { adviseOnConfig, type ConfigCheckContext } from '.';

const NEWEST: Version = [0, 34];

/** For tests: the advice with one code on a configuration, and the configuration with what it marks in `«…»`. */
export function adviceOn(
  marked: string,
  code: string,
  context: Partial<ConfigCheckContext> = {},
): { text: string; marked: string; found: Finding[] } {
  const text = marked.replaceAll(/[«»]/g, '');
  const { model, findings } = readConfig(text, { version: NEWEST, matchers: 'fallback' });
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const all = adviseOnConfig(model, { text, version: NEWEST, ...context });
  const found = all.filter((finding) => finding.code === `alertmanager/${code}`);
  return { text, marked: mark(text, found), found };
}

/** For tests: the text after the first fix of the only advice. */
export function fixed(
  { text, found }: { text: string; found: readonly Finding[] },
  index = 0,
): string | undefined {
  const edits = [...(found[0]?.fixes?.[index]?.edits ?? [])].sort((a, b) => b.span.from - a.span.from);
  if (edits.length === 0) return undefined;
  return edits.reduce(
    (result, { span, newText }) => result.slice(0, span.from) + newText + result.slice(span.to),
    text,
  );
}

function mark(text: string, found: readonly Finding[]): string {
  return found
    .map(({ span }) => span)
    .sort((a, b) => b.from - a.from)
    .reduce(
      (result, { from, to }) => `${result.slice(0, from)}«${result.slice(from, to)}»${result.slice(to)}`,
      text,
    );
}

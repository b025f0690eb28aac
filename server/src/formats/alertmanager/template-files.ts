import type { Finding } from '../../text/finding';
import type { AlertmanagerCode } from './codes';
import type { ConfigModel } from './model';
import { listIn } from './values';

/** A file of templates that doesn't parse, and the first reason. */
export interface BrokenTemplateFile {
  /** For people: without its folder. */
  readonly name: string;
  readonly message: string;
}

/**
 * The files of `templates` that Alertmanager can't parse, for which `amtool check-config` refuses the configuration
 * (cli/check_config.go, template.FromGlobs). A pattern that matches no file is fine.
 * @param brokenIn gives the broken ones among the files that a pattern, relative to the configuration, matches
 */
export function templateFileErrors(
  { root }: ConfigModel,
  brokenIn: (pattern: string) => Iterable<BrokenTemplateFile>,
): Finding[] {
  const code: AlertmanagerCode = 'alertmanager/broken-template-file';
  const patterns = root ? (listIn(root, 'templates')?.items ?? []) : [];
  return patterns.flatMap((pattern) => {
    if (typeof pattern !== 'object' || pattern.kind !== 'scalar' || pattern.text === '') return [];
    const { text, node } = pattern;
    return Array.from(brokenIn(text), ({ name, message }): Finding => {
      return { code, severity: 'error', span: node.span, message: `${name} can’t be parsed: ${message}` };
    });
  });
}

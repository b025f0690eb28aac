/** The files of templates that an Alertmanager configuration names. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { alertmanagerTemplates } from '../languages/gotemplate/alertmanager';
import { parseTemplate } from '../languages/gotemplate/parse';
import type { BrokenTemplateFile } from '../formats/alertmanager/template-files';
import type { Version } from '../formats/structure/types';
import { pathMatcher } from '../workspace/glob-paths';
import { decode } from './decode';
import { readBytes } from './read';

/**
 * Those of the files that `pattern` matches, seen from the configuration at `config`, that don't parse. What can't be
 * read, and folders with wildcards in their names, are left to Alertmanager.
 */
export function* brokenTemplateFiles(
  config: string,
  pattern: string,
  version: Version,
): Iterable<BrokenTemplateFile> {
  for (const path of filesOf(resolve(dirname(config), pattern))) {
    const text = textOf(path);
    const [fault] =
      text === undefined ? [] : parseTemplate(text, alertmanagerTemplates(version), basename(path)).faults;
    if (fault) yield { name: basename(path), message: fault.message };
  }
}

function filesOf(pattern: string): string[] {
  if (!/[*?[]/.test(pattern)) return [pattern];
  const folder = dirname(pattern);
  if (/[*?[]/.test(folder)) return [];
  const matches = pathMatcher(basename(pattern));
  try {
    return readdirSync(folder)
      .filter((name) => matches(name))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function textOf(path: string): string | undefined {
  try {
    return decode(readBytes(path)).text;
  } catch {
    return undefined;
  }
}

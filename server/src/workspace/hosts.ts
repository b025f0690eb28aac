import { codeParser, CODE_EXTENSIONS, exportsOf, mayConcernUs, readCode } from '../formats/code/read';
import { readDashboard } from '../formats/dashboard/read';
import { isDashboard } from '../formats/dashboard/recognise';
import { isExposition, readExposition } from '../formats/exposition/read';
import type { HostSettings, ReadHost } from '../formats/hosts/host';
import { NOTHING_HOSTED } from '../formats/hosts/host';
import { mayHoldPromql, readMarkdown } from '../formats/markdown/read';
import { readRuleTest } from '../formats/ruletest/read';
import { isRuleTest } from '../formats/ruletest/recognise';
import type { CodeSurroundings, CodeValue } from '../languages/code/tree';
import { dialectOf, type Settings } from './settings';
import type { ClassifiedSource } from './source';

/** The kinds of documents that are not ours by themselves. */
export type HostKind = 'code' | 'dashboard' | 'markdown' | 'metrics' | 'ruletest';

interface HostFile {
  readonly path: string;
  /** Of the path, in lower case; or one that the document's language has. */
  readonly extension: string;
}

/** A kind of documents that texts and metrics of ours may stand in. */
export interface HostFormat {
  readonly kind: HostKind;
  /** Extensions of such files. */
  readonly extensions: readonly string[];
  /** Whether there is something for us in a document's text; cheap, as every document of that name is asked. */
  holds(text: string, file: HostFile, settings: Settings): boolean;
  /** Makes what reads the document, again after each edit. */
  reader(extension: string, settings: Settings, surroundings: CodeSurroundings): ReadHost;
}

/** Every kind of hosts; the first that a document is of counts. */
const HOST_FORMATS: readonly HostFormat[] = [
  {
    kind: 'code',
    extensions: CODE_EXTENSIONS,
    holds: (text, { extension }, { code }) => mayConcernUs(text, extension, code),
    reader(extension, settings, surroundings) {
      const parser = codeParser(extension);
      const all = { ...settings.code, ...hostSettings(settings) };
      return (text) => (parser ? readCode(text, parser, all, surroundings) : NOTHING_HOSTED);
    },
  },
  {
    kind: 'dashboard',
    extensions: ['json'],
    holds: (text, { path }) => isDashboard(path, text),
    reader: () => readDashboard,
  },
  {
    kind: 'markdown',
    extensions: ['md', 'mdx', 'markdown'],
    holds: mayHoldPromql,
    reader: (_, settings) => (text) => readMarkdown(text, hostSettings(settings)),
  },
  {
    kind: 'metrics',
    extensions: ['prom', 'metrics', 'openmetrics', 'txt'],
    holds: (text, { path }) => isExposition(path, text),
    reader: (_, settings) => (text) => readExposition(text, hostSettings(settings)),
  },
  { kind: 'ruletest', extensions: ['yml', 'yaml'], holds: isRuleTest, reader: () => readRuleTest },
];

/** What editors call the languages of these files, with an extension of theirs, for documents that have no file yet. */
const LANGUAGES: Readonly<Record<string, string>> = {
  typescript: 'ts',
  typescriptreact: 'tsx',
  javascript: 'js',
  javascriptreact: 'jsx',
  vue: 'vue',
  svelte: 'svelte',
  python: 'py',
  go: 'go',
  markdown: 'md',
  mdx: 'mdx',
};

/** A document that isn't ours by itself may say the one thing that concerns us at its end. UTF-16 units. */
const LOOK_AT = 8 * 1024 * 1024;

/** Extensions that files of other kinds have too, of which hosts are few. */
const SHARED_EXTENSIONS = new Set(['yml', 'yaml', 'txt']);

/** Extensions of the files of programs and the like, without those that most files have for other reasons. */
export const HOST_EXTENSIONS: readonly string[] = HOST_FORMATS.flatMap(({ extensions }) => extensions).filter(
  (extension) => !SHARED_EXTENSIONS.has(extension),
);

/** True for names of files that may be hosts; content decides. */
export function isHostFile(name: string): boolean {
  return HOST_EXTENSIONS.includes(extensionOf(name)) || /(?:^|[\\/])metrics\.txt$/.test(name);
}

/** The kind of hosts that a document is of, by its name (or its language where that doesn't tell) and what is in it. */
export function hostKindOf(source: ClassifiedSource, settings: Settings): HostKind | undefined {
  const extension = hostExtension(source);
  const formats = HOST_FORMATS.filter(({ extensions }) => extensions.includes(extension));
  if (formats.length === 0) return undefined;
  const text = source.text.slice(0, LOOK_AT);
  return formats.find((format) => format.holds(text, { path: source.path, extension }, settings))?.kind;
}

/** What reads a document of a kind of hosts; undefined for any other kind. */
export function hostReader(
  kind: string,
  source: ClassifiedSource,
  settings: Settings,
  surroundings: CodeSurroundings,
): ReadHost | undefined {
  const format = HOST_FORMATS.find((known) => known.kind === kind);
  return format?.reader(hostExtension(source), settings, surroundings);
}

/** The settings that every host is read with. */
export function hostSettings(settings: Settings): HostSettings {
  return { dialect: dialectOf(settings), nameValidation: settings.prometheus.nameValidation };
}

/** What a program of this path exports; undefined for a path of no program. */
export function exportsOfCode(path: string, text: string): ReadonlyMap<string, CodeValue> | undefined {
  return exportsOf(text, extensionOf(path));
}

function hostExtension({ path, languageId = '' }: ClassifiedSource): string {
  const extension = extensionOf(path);
  const isKnown = HOST_FORMATS.some(({ extensions }) => extensions.includes(extension));
  return isKnown ? extension : (LANGUAGES[languageId] ?? extension);
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).toLowerCase();
}

import type { CodeFile, CodeLanguage, CodeSurroundings, CodeValue } from '../../languages/code/tree';
import { GoParser } from '../../languages/go/parser';
import { PythonParser, ScriptParser, type ScriptDialect } from '../../languages/programs';
import type { HostReading, HostSettings } from '../hosts/host';
import { findMetrics, mayHoldMetrics } from './metrics';
import { findQueries } from './queries/find';
import { mayHoldQueries } from './queries/scan';
import type { QuerySettings } from './queries/settings';

/** Reads one file again and again, and parses what has changed only, where its language allows that. */
export interface CodeParser {
  read(text: string, surroundings?: CodeSurroundings): CodeFile;
}

interface FrontEnd {
  readonly language: CodeLanguage;
  make(): CodeParser;
}

const script = (dialect: ScriptDialect): FrontEnd => ({
  language: 'javascript',
  make: () => new ScriptParser(dialect),
});

/** The front end for each extension of a file's name. */
const FRONT_ENDS: Readonly<Record<string, FrontEnd>> = {
  ts: script('ts'),
  mts: script('ts'),
  cts: script('ts'),
  tsx: script('tsx'),
  js: script('js'),
  mjs: script('js'),
  cjs: script('js'),
  jsx: script('jsx'),
  vue: script('vue'),
  svelte: script('svelte'),
  py: { language: 'python', make: () => new PythonParser() },
  go: { language: 'go', make: () => new GoParser() },
};

/** Extensions of files of programs. */
export const CODE_EXTENSIONS: readonly string[] = Object.keys(FRONT_ENDS);

/** What reads programs of this extension; undefined where it's of no language that we know. */
export function codeParser(extension: string): CodeParser | undefined {
  return FRONT_ENDS[extension]?.make();
}

/** A bigger program was made by another: a bundle, a table. UTF-16 units. */
const BIGGEST = 1024 * 1024;

/**
 * False for a program in whose text nothing hints at metrics or PromQL. Linear in the text; nothing is parsed.
 * @param extension of the file's name, in lower case
 */
export function mayConcernUs(text: string, extension: string, settings: QuerySettings): boolean {
  const language = FRONT_ENDS[extension]?.language;
  if (!language || text.length > BIGGEST) return false;
  return mayHoldQueries(text, settings) || mayHoldMetrics(text, language);
}

/** What of a program concerns us. */
export function readCode(
  text: string,
  parser: CodeParser,
  settings: QuerySettings & HostSettings,
  surroundings: CodeSurroundings,
): HostReading {
  const file = parser.read(text, surroundings);
  const queries = findQueries(file, settings);
  const { metrics, writes } = findMetrics(file);
  // Values are found when they are looked at: only now it's known which modules were asked for.
  return { ...queries, metrics, writes, wanted: [...file.wanted] };
}

/** What a program exports; undefined where the extension is of no language that we know. */
export function exportsOf(text: string, extension: string): ReadonlyMap<string, CodeValue> | undefined {
  if (text.length > BIGGEST) return undefined;
  return codeParser(extension)?.read(text).exports;
}

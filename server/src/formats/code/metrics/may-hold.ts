import type { CodeLanguage } from '../../../languages/code/tree';
import { LIBRARIES } from './libraries';

/** Methods of metrics, for files that have theirs from others. */
const USES = String.raw`\.(?:inc|observe|labels|startTimer|WithLabelValues)\(`;

const SCANS: ReadonlyMap<CodeLanguage, RegExp> = new Map(
  (['javascript', 'python', 'go'] as const).map((language) => [language, scanFor(language)]),
);

function scanFor(language: CodeLanguage): RegExp {
  const ofLanguage = LIBRARIES.filter((library) => library.language === language);
  return new RegExp([...ofLanguage.flatMap(({ words }) => words), USES].join('|'));
}

/** False where a program surely neither defines metrics nor sets labels; a scan of its text, in linear time. */
export function mayHoldMetrics(text: string, language: CodeLanguage): boolean {
  return SCANS.get(language)?.test(text) === true;
}

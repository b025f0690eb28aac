import { parseMatchers, type MatcherMode } from '../../../../languages/matchers/parse';
import type { CheckContext, StringCheck } from '../../../structure/types';
import { CLASSIC_MODE, UTF8_STRICT_MODE } from './names';

/** Alertmanager's mode of reading matchers, by its feature flags. */
export function matcherMode({ features }: Pick<CheckContext, 'features'>): MatcherMode {
  if (features?.has(CLASSIC_MODE)) return 'classic';
  return features?.has(UTF8_STRICT_MODE) ? 'utf8' : 'fallback';
}

/** One or more matchers (config/common/matchers.go, Matchers). */
export const matchersCheck: StringCheck = {
  title: 'matchers such as `severity="critical"`',
  examples: ['severity="critical"', 'team=~"db|web"'],
  fault: (text, context) => {
    const [finding] = parseMatchers(text, matcherMode(context)).findings;
    if (!finding) return undefined;
    const { code, message, severity, span, fixes } = finding;
    return { code, message, severity, fixes, part: span };
  },
};

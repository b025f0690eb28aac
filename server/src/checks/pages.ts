import { templateCodes } from '../languages/gotemplate/codes';
import { matcherCodes } from '../languages/matchers/codes';
import { promqlCodes } from '../languages/promql/codes';
import { yamlCodes } from '../languages/yaml/codes';
import { alertmanagerCodes } from '../formats/alertmanager/codes';
import { expositionCodes } from '../formats/exposition/codes';
import { kubernetesCodes } from '../formats/kubernetes/swallowed';
import { ruleCodes } from '../formats/rules/codes';
import type { CodePage } from '../text/code-page';
import { ACROSS_CHECKS } from './across';
import { ALERTMANAGER_CHECKS } from './alertmanager';
import type { RuleCheck } from './check';
import { METRIC_CHECKS } from './metrics';
import { PROMQL_CHECKS } from './promql';
import { RULE_CHECKS } from '.';

/** Every check: advice that settings can switch off. */
export const CHECKS: readonly Omit<RuleCheck, 'run'>[] = [
  ...RULE_CHECKS,
  ...PROMQL_CHECKS,
  ...ALERTMANAGER_CHECKS,
  ...METRIC_CHECKS,
  ...ACROSS_CHECKS,
];

/** Every code that a finding can have, with its page. */
export const CODE_PAGES: ReadonlyMap<string, CodePage> = new Map<string, CodePage>([
  ...Object.entries(promqlCodes),
  ...Object.entries(templateCodes),
  ...Object.entries(yamlCodes),
  ...Object.entries(ruleCodes),
  ...Object.entries(kubernetesCodes),
  ...Object.entries(alertmanagerCodes),
  ...Object.entries(matcherCodes),
  ...Object.entries(expositionCodes),
  ...CHECKS.map((check): [string, CodePage] => [check.code, check]),
]);

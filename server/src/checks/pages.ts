import { templateCodes } from '../languages/gotemplate/codes';
import { promqlCodes } from '../languages/promql/codes';
import { yamlCodes } from '../languages/yaml/codes';
import { kubernetesCodes } from '../formats/kubernetes/swallowed';
import { ruleCodes } from '../formats/rules/codes';
import type { CodePage } from '../text/code-page';
import { RULE_CHECKS } from '.';

/** Every code that a finding can have, with its page. */
export const CODE_PAGES: ReadonlyMap<string, CodePage> = new Map<string, CodePage>([
  ...Object.entries(promqlCodes),
  ...Object.entries(templateCodes),
  ...Object.entries(yamlCodes),
  ...Object.entries(ruleCodes),
  ...Object.entries(kubernetesCodes),
  ...RULE_CHECKS.map((check): [string, CodePage] => [check.code, check]),
]);

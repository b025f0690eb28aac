import { quoted } from '../../../../text/quoted';
import type { CheckContext, StringCheck, StringFault } from '../../../structure/types';
import { isLabelName, legacyName } from '../../../rules/names';
import type { AlertmanagerCode } from '../../codes';

/** Alertmanager's feature flag for names and matchers as they were before UTF-8. */
export const CLASSIC_MODE = 'classic-mode';
/** Alertmanager's feature flag that switches the classic parser of matchers off. */
export const UTF8_STRICT_MODE = 'utf8-strict-mode';

const code: AlertmanagerCode = 'alertmanager/invalid-label-name';
const CLASSIC_RULES = 'letters, digits and "_", not starting with a digit';

/** The name of a label: any text that isn't empty, in classic mode letters, digits and `_` (matcher/compat). */
export const labelName: StringCheck = { title: 'a label name', fault: labelNameFault };

/** The name of a label where only letters, digits and `_` are taken in any mode (model.LabelNameRE). */
export const classicLabelName: StringCheck = {
  title: `a label name: ${CLASSIC_RULES}`,
  fault: (text) => (text === '' ? emptyName() : classicFault(text, 'here')),
};

export function labelNameFault(text: string, { features }: CheckContext): StringFault | undefined {
  if (text === '') return emptyName();
  return features?.has(CLASSIC_MODE) ? classicFault(text, 'in classic mode') : undefined;
}

function emptyName(): StringFault {
  return { code, message: 'the name of a label must not be empty' };
}

function classicFault(text: string, where: string): StringFault | undefined {
  if (isLabelName(text, 'legacy')) return undefined;
  const message = `${quoted(text)} can't name a label ${where}: it takes ${CLASSIC_RULES}`;
  return { code, message, suggestion: legacyName(text, false) };
}

/** Headers that the program sets itself (prometheus/common, config/headers.go). */
const RESERVED = new Set(
  (
    'authorization host content-encoding content-length content-type user-agent connection keep-alive ' +
    'proxy-authenticate proxy-authorization www-authenticate accept-encoding x-prometheus-remote-write-version ' +
    'x-prometheus-remote-read-version x-prometheus-scrape-timeout-seconds x-amz-date x-amz-security-token ' +
    'x-amz-content-sha256'
  ).split(' '),
);

/** The name of an HTTP header that may be set by hand. */
export const headerName: StringCheck = {
  title: 'the name of an HTTP header',
  examples: ['X-Scope-OrgID'],
  fault: (text) => {
    if (!RESERVED.has(text.toLowerCase())) return undefined;
    const reserved: AlertmanagerCode = 'alertmanager/reserved-header';
    const hint =
      text.toLowerCase() === 'authorization' ? '; use "authorization" or "basic_auth" instead' : '';
    return { code: reserved, message: `the header ${quoted(text)} is set by Alertmanager itself${hint}` };
  },
};

import { regexFault } from '../../../../languages/matchers/regex';
import type { AlertmanagerCode } from '../../codes';
import { notQuotedNull } from './quoted-null';

const code: AlertmanagerCode = 'alertmanager/invalid-regex';

/** A regular expression in RE2 syntax that has to match the whole value (config/common/matchers.go, Regexp). */
export const regex = notQuotedNull({
  title: 'a regular expression in RE2 syntax, which has to match the whole value',
  examples: ['.+'],
  fault: (text) => {
    const reason = regexFault(text);
    if (reason === undefined) return undefined;
    const words = reason.replace(/^error parsing regexp: /, '');
    return { code, message: `this is no regular expression that Alertmanager (RE2) takes: ${words}` };
  },
});

import { quoted } from '../../../../text/quoted';
import type { StringCheck, StringFault } from '../../../structure/types';
import type { AlertmanagerCode } from '../../codes';
import { notQuotedNull } from './quoted-null';
import { goTemplateFault } from './templates';
import { parseGoUrl } from './go-url';

const code: AlertmanagerCode = 'alertmanager/invalid-url';

/** What Alertmanager writes in place of a secret when it shows a configuration, and takes for any. */
export const SECRET_TOKEN = '<secret>';

/** An absolute http or https URL (config/common/url.go, ParseURL). */
export const url: StringCheck = {
  title: 'a URL that begins with https:// or http://',
  examples: ['https://'],
  fault: absoluteFault,
};

/** As `url`; also the token that stands for a secret (config/common/url.go, SecretURL). */
export const secretUrl: StringCheck = {
  ...url,
  fault: (text) => (text === SECRET_TOKEN ? undefined : absoluteFault(text)),
};

/**
 * A secret URL that may be a template, which is parsed at load without Alertmanager's functions (config/common/url.go,
 * SecretTemplateURL).
 */
export const templateUrl: StringCheck = {
  title: 'a URL that begins with https:// or http://, or a template that gives one',
  examples: ['https://'],
  fault: (text, context) => {
    if (text === '' || text === SECRET_TOKEN) return undefined;
    return text.includes('{{') ? goTemplateFault(text, context) : absoluteFault(text);
  },
};

/** Any URL that Go can parse, even a relative one (prometheus/common, config, URL). */
export const anyUrl = notQuotedNull({
  title: 'a URL',
  examples: ['http://proxy.example.com:3128'],
  fault: (text) => {
    const parsed = parseGoUrl(text);
    return 'fault' in parsed ? unreadable(text, parsed) : undefined;
  },
});

function absoluteFault(text: string): StringFault | undefined {
  const parsed = parseGoUrl(text);
  if ('fault' in parsed) return unreadable(text, parsed);
  const { scheme, host } = parsed;
  if (scheme !== 'http' && scheme !== 'https') return wrongScheme(text, scheme);
  if (host !== '') return undefined;
  return {
    code,
    message: `the URL ${quoted(text)} has no host; write for instance https://example.com/path`,
  };
}

function unreadable(
  text: string,
  { fault, part }: { fault: string; part?: StringFault['part'] },
): StringFault {
  return { code, message: `the URL ${quoted(text)} ${fault}`, part };
}

function wrongScheme(text: string, scheme: string): StringFault {
  const message = `${text === '' ? 'the URL is empty' : `${quoted(text)} is no http or https URL`}; write for instance https://example.com/path`;
  const isHost = /^[\w.-]+\.[a-z]{2,}(?::\d+)?(?:\/|$)/i.test(text);
  if (isHost && (scheme === '' || scheme.includes('.')))
    return { code, message, suggestion: `https://${text}` };
  const part = scheme === '' ? undefined : { from: 0, to: scheme.length };
  return { code, message, part };
}

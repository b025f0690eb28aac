import { quoted } from '../../../../text/quoted';
import type { StringCheck } from '../../../structure/types';
import type { AlertmanagerCode } from '../../codes';

const code: AlertmanagerCode = 'alertmanager/invalid-address';
const WRITE = 'write for instance smtp.example.com:587, an IPv6 address in brackets';

/** A host and a port; nothing at all is fine too (config.HostPort, net.SplitHostPort). */
export const hostPort: StringCheck = {
  title: 'an address with a port: `host:port`',
  examples: ['smtp.example.com:587'],
  fault: (text) => {
    if (text === '') return undefined;
    const fault = splitFault(text);
    if (fault === undefined) return undefined;
    return { code, message: `the address ${quoted(text)} ${fault}; ${WRITE}` };
  },
};

/** Why the address can't be split. */
function splitFault(text: string): string | undefined {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return 'has no port';
  const isBracketed = text.startsWith('[');
  if (isBracketed) {
    const close = text.indexOf(']');
    if (close < 0) return 'has a [ without ]';
    if (close + 1 === text.length) return 'has no port';
    if (close + 1 !== colon) return text.charAt(close + 1) === ':' ? 'has too many colons' : 'has no port';
    if (text.includes('[', 1)) return 'has a bracket too many';
    if (text.includes(']', close + 1)) return 'has a bracket too many';
  } else {
    if (text.slice(0, colon).includes(':')) return 'has too many colons';
    if (/[[\]]/.test(text)) return 'has a bracket in the wrong place';
  }
  return colon === text.length - 1 ? 'has an empty port' : undefined;
}

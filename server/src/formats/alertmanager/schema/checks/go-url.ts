/** What Go's net/url makes of a URL, as far as configurations depend on it. */
export type GoUrl =
  | {
      /** In lower case; empty for a relative URL. */
      readonly scheme: string;
      /** With the port, without user and password. */
      readonly host: string;
    }
  | {
      readonly fault: string;
      /** Offsets of what is at fault. */
      readonly part?: { readonly from: number; readonly to: number };
    };

/** A part of the URL with its place. */
interface Piece {
  readonly text: string;
  readonly at: number;
}

class UrlFault extends Error {
  constructor(
    message: string,
    readonly part?: { readonly from: number; readonly to: number },
  ) {
    super(message);
  }
}

/** ASCII's control characters. */
const CONTROL = /(?![\u0080-\u009f])\p{Cc}/u;

/** Reads a URL as Go's `url.Parse` does (net/url/url.go, Go 1.25). */
export function parseGoUrl(text: string): GoUrl {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof UrlFault) return { fault: error.message, part: error.part };
    throw error;
  }
}

function parse(text: string): GoUrl {
  const control = CONTROL.exec(text);
  if (control) throw at('has a control character or line break in it', control.index, 1);
  const hash = text.indexOf('#');
  if (hash >= 0) checkEscapes({ text: text.slice(hash + 1), at: hash + 1 });
  const url = hash < 0 ? text : text.slice(0, hash);
  if (url.startsWith(':')) throw at('begins with a colon: the scheme is missing', 0, 1);

  const [prefix = '', scheme = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(url) ?? [];
  const query = url.indexOf('?', prefix.length);
  const rest = url.slice(prefix.length, query < 0 ? url.length : query);
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { scheme: scheme.toLowerCase(), host: '' };
    const colon = rest.indexOf(':');
    const slash = rest.indexOf('/');
    if (colon >= 0 && (slash < 0 || colon < slash)) {
      throw at('has a colon in its first part without being a scheme', colon, 1);
    }
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
  if (!hasAuthority) {
    checkEscapes({ text: rest, at: prefix.length });
    return { scheme: scheme.toLowerCase(), host: '' };
  }
  const start = prefix.length + 2;
  const slash = rest.indexOf('/', 2);
  const end = slash < 0 ? rest.length : slash;
  const host = readAuthority({ text: rest.slice(2, end), at: start });
  checkEscapes({ text: rest.slice(end), at: prefix.length + end });
  return { scheme: scheme.toLowerCase(), host };
}

function at(message: string, from: number, length: number): UrlFault {
  return new UrlFault(message, { from, to: from + length });
}

function checkEscapes({ text, at: start }: Piece): void {
  const bad = /%(?![0-9a-fA-F]{2})/.exec(text);
  if (bad)
    throw at('has a % that is no escape of two hexadecimal digits (write %25 for %)', start + bad.index, 1);
}

function readAuthority(authority: Piece): string {
  const sign = authority.text.lastIndexOf('@');
  const host = { text: authority.text.slice(sign + 1), at: authority.at + sign + 1 };
  checkHost(host);
  if (sign >= 0) checkUser({ text: authority.text.slice(0, sign), at: authority.at });
  return host.text;
}

function checkUser(user: Piece): void {
  const bad = /[^A-Za-z0-9\-._:~!$&'()*+,;=%@]/.exec(user.text);
  if (bad)
    throw at('has a character in its user or password that has to be escaped with %', user.at + bad.index, 1);
  checkEscapes(user);
}

function checkHost(host: Piece): void {
  const { text } = host;
  const open = text.lastIndexOf('[');
  if (open > 0) throw at('has a bracket inside of its host', host.at + open, 1);
  if (open < 0) {
    const colon = text.lastIndexOf(':');
    if (colon >= 0) checkPort({ text: text.slice(colon), at: host.at + colon });
    checkHostCharacters(host);
    return;
  }
  const close = text.lastIndexOf(']');
  if (close < 0) throw at('has a [ without ] in its host', host.at, 1);
  checkPort({ text: text.slice(close + 1), at: host.at + close + 1 });
  const [address = '', ...zone] = text.slice(1, close).split('%25');
  checkHostCharacters({ text: address, at: host.at + 1 });
  if (!isIpv6(address)) throw at('has something in brackets that is no IPv6 address', host.at, close + 1);
  if (zone.length > 0)
    checkEscapes({ text: text.slice(1 + address.length, close), at: host.at + 1 + address.length });
}

function checkPort({ text, at: start }: Piece): void {
  if (/^(?::\d*)?$/.test(text)) return;
  throw at(
    'has a port that is no number',
    start + (text.startsWith(':') ? 1 : 0),
    text.replace(/^:/, '').length,
  );
}

function checkHostCharacters({ text, at: start }: Piece): void {
  checkEscapes({ text, at: start });
  const bad = /%(?!25)[0-7]|[^A-Za-z0-9\-._~!$&'()*+,;=:[\]<>"%\u0080-\uffff]/.exec(text);
  if (bad) throw at('has a character in its host that can’t be there', start + bad.index, 1);
}

/** Whether `text` is an IPv6 address, without zone (net/netip, ParseAddr). */
export function isIpv6(text: string): boolean {
  const tail = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  if (tail && !isIpv4(tail[2] ?? '')) return false;
  const [head = '', ...more] = (tail ? `${tail[1] ?? ''}0:0` : text).split('::');
  if (more.length > 1) return false;
  const groups = [head, ...more].flatMap((part) => (part === '' ? [] : part.split(':')));
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return more.length === 1 ? groups.length < 8 : groups.length === 8;
}

function isIpv4(text: string): boolean {
  return text.split('.').every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

import { bytesOf } from '../bytes';
import { toJson } from '../json';
import { plainText, stringOf } from '../print';
import { ExecError, type GoValue } from '../values';
import { attributeType } from './attributes';
import { stripTags } from './strip-tags';

/** A word that can do no harm, for values that could (html/template `filterFailsafe`). */
const FAILSAFE = 'ZgotmplZ';

/** A value as text, and whether html/template trusts it. */
interface Content {
  readonly text: string;
  readonly type: 'plain' | 'html' | 'url';
}

function content(value: GoValue): Content {
  if (value.kind === 'none') return { text: '', type: 'plain' };
  if (value.kind !== 'string') return { text: plainText(value), type: 'plain' };
  return {
    text: value.value,
    type: value.type === 'string' ? 'plain' : value.type === 'template.HTML' ? 'html' : 'url',
  };
}

export type EscaperName =
  | 'html'
  | 'attribute'
  | 'unquoted'
  | 'rcdata'
  | 'name'
  | 'comment'
  | 'urlFilter'
  | 'urlNormal'
  | 'urlQuery'
  | 'srcset'
  | 'jsValue'
  | 'jsString'
  | 'jsTemplate'
  | 'jsRegexp'
  | 'cssValue'
  | 'cssString';

/** What makes a value fit for a place, after html/template's html.go, url.go, js.go and css.go. */
export const ESCAPERS: Readonly<Record<EscaperName, (value: GoValue) => Content>> = {
  html: (value) => {
    const { text, type } = content(value);
    return plain(type === 'html' ? text : entities(text));
  },
  attribute: (value) => {
    const { text, type } = content(value);
    return plain(type === 'html' ? entities(stripTags(text), false) : entities(text));
  },
  unquoted: (value) => {
    const { text, type } = content(value);
    // Nothing at all would end the attribute elsewhere.
    if (text === '') return plain(FAILSAFE);
    return plain(type === 'html' ? unquotedEntities(stripTags(text), false) : unquotedEntities(text));
  },
  rcdata: (value) => {
    const { text, type } = content(value);
    return plain(entities(text, type !== 'html'));
  },
  name: (value) => {
    const text = content(value).text.toLowerCase();
    return plain(attributeType(text) === 'plain' && /^[0-9a-z]+$/.test(text) ? text : FAILSAFE);
  },
  comment: () => plain(''),
  urlFilter: (value) => {
    const one = content(value);
    return one.type === 'url' || isSafeUrl(one.text) ? one : plain(`#${FAILSAFE}`);
  },
  urlNormal: (value) => plain(escapeUrl(content(value).text, true)),
  urlQuery: (value) => {
    const { text, type } = content(value);
    return plain(escapeUrl(text, type === 'url'));
  },
  srcset: (value) => {
    const { text, type } = content(value);
    if (type === 'url') return plain(escapeUrl(text, true).replaceAll(',', '%2c'));
    return plain(text.split(',').map(srcsetElement).join(','));
  },
  jsValue: (value) => plain(jsValue(value)),
  jsString: (value) => plain(jsString(content(value).text)),
  jsTemplate: (value) => plain(jsString(content(value).text).replace(/[${}]/g, codeEscape)),
  jsRegexp: (value) => plain(jsRegexp(content(value).text)),
  cssValue: (value) => plain(cssValue(content(value).text)),
  cssString: (value) => plain(cssString(content(value).text)),
};

function plain(text: string): Content {
  return { text, type: 'plain' };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '\0': '\ufffd',
  '"': '&#34;',
  '&': '&amp;',
  "'": '&#39;',
  '+': '&#43;',
  '<': '&lt;',
  '>': '&gt;',
};

/** @param ampersands false for text that has entities already. */
function entities(text: string, ampersands = true): string {
  return text.replace(
    ampersands ? /[\0"&'+<>]/g : /[\0"'+<>]/g,
    (character) => ENTITIES[character] ?? character,
  );
}

function unquotedEntities(text: string, ampersands = true): string {
  return text.replace(/[\0\t-\r "&'+<=>`\ufdd0-\ufdef\ufff0-\uffff]/g, (character) => {
    if (character === '\0') return '&#xfffd;';
    if (character === '&') return ampersands ? '&amp;' : '&';
    const code = character.charCodeAt(0);
    if (code >= 0xfdd0) return `&#x${code.toString(16)};`;
    return character === '<' || character === '>' ? (ENTITIES[character] ?? '') : `&#${code};`;
  });
}

/** No other scheme than those of web pages and mail. */
function isSafeUrl(text: string): boolean {
  const scheme = /^[^:]*(?=:)/.exec(text)?.[0];
  return scheme === undefined || scheme.includes('/') || /^(?:https?|mailto)$/i.test(scheme);
}

/** Percent signs for what a URL can't have; if `normal`, its own signs stay. */
function escapeUrl(text: string, normal: boolean): string {
  let escaped = '';
  const bytes = bytesOf(text);
  bytes.forEach((byte, i) => {
    const character = String.fromCharCode(byte);
    const isEscape =
      character === '%' && /^[0-9a-fA-F]{2}$/.test(String.fromCharCode(...bytes.slice(i + 1, i + 3)));
    const stays =
      /[A-Za-z0-9\-._~]/.test(character) || (normal && (/[!#$&*+,/:;=?@[\]]/.test(character) || isEscape));
    escaped += stays ? character : `%${byte.toString(16).padStart(2, '0')}`;
  });
  return escaped;
}

/** A URL and what follows it, in a list of images. */
function srcsetElement(text: string): string {
  const [, before = '', url = '', after = ''] = /^([\t\n\f\r ]*)([^\t\n\f\r ]*)(.*)$/s.exec(text) ?? [];
  if (!isSafeUrl(url) || !/^[\t\n\f\r A-Za-z0-9]*$/.test(after)) return `#${FAILSAFE}`;
  return before + escapeUrl(url, true) + after;
}

function jsValue(value: GoValue): string {
  const method = value.kind === 'time' ? undefined : stringOf(value);
  let json: string;
  try {
    json = method === undefined ? toJson(value) : toJson({ kind: 'string', value: method, type: 'string' });
  } catch (error) {
    if (error instanceof ExecError) return ` /* ${error.message.replaceAll('*/', '* /')} */null `;
    throw error;
  }
  return /^[\w$]|[\w$]$/.test(json) ? ` ${json} ` : json;
}

function codeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const JS_SHORT: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '/': '\\/',
  '\\': '\\\\',
};

function escapeInScript(character: string): string {
  return JS_SHORT[character] ?? codeEscape(character);
}

function jsString(text: string): string {
  return text.replace(/["`&'+/<>\\\u2028\u2029]|(?![\u007f-\u009f])\p{Cc}/gu, escapeInScript);
}

function jsRegexp(text: string): string {
  if (text === '') return '(?:)';
  return text.replace(/["$&'()*+\-./<>?[\\\]^{|}\u2028\u2029]|(?![\u007f-\u009f])\p{Cc}/gu, (character) => {
    return /[$()*\-./?[\\\]^{|}]/.test(character) ? `\\${character}` : escapeInScript(character);
  });
}

/** Only words, numbers and colours may be values in a style sheet. */
function cssValue(text: string): string {
  const decoded = decodeCss(text);
  const isUnsafe = /[\0"'()/;@[\\\]`{}]|--/.test(decoded);
  const words = decoded.replace(/[^\w-]/g, '').toLowerCase();
  return isUnsafe || /expression|mozbinding/.test(words) ? FAILSAFE : decoded;
}

function decodeCss(text: string): string {
  return text.replace(
    /\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[\t\n\f\r ])?|(.))/gsu,
    (_, hex?: string, character?: string) => {
      if (hex === undefined) return character ?? '';
      const code = parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
}

function cssString(text: string): string {
  return text.replace(/[\0\t\n\f\r"&'()+/:;<>\\{}](?=(.?))/gs, (character, next: string) => {
    if (character === '\\') return '\\\\';
    const escaped = `\\${character.charCodeAt(0).toString(16)}`;
    return next === '' || /[0-9a-fA-F\t\n\f\r ]/.test(next) ? `${escaped} ` : escaped;
  });
}

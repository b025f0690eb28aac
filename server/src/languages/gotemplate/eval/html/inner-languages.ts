import { HtmlError, type Context, type State } from './context';

/** The languages inside of HTML: URLs, scripts and style sheets (html/template/transition.go). */

export function transitUrl(context: Context, text: string): Context {
  if (/[#?]/.test(text)) return { ...context, urlPart: 'query' };
  const isBlank = /^[ \t\n\f\r]*$/.test(text);
  return !isBlank && context.urlPart === 'none' ? { ...context, urlPart: 'path' } : context;
}

type Step = readonly [Context, number];

const QUOTED: Readonly<Record<string, State>> = { '"': 'jsDq', "'": 'jsSq', '`': 'jsTemplate' };

export function transitJs(context: Context, text: string): Step {
  const at = text.search(/["'`/]/);
  if (at < 0) return [{ ...context, slash: slashAfter(text, context.slash) }, text.length];
  const slash = slashAfter(text.slice(0, at), context.slash);
  const quoted = QUOTED[text.charAt(at)];
  if (quoted) return [{ ...context, state: quoted, slash: 'regexp' }, at + 1];
  if (text.startsWith('//', at)) return [{ ...context, slash, state: 'jsLineComment' }, at + 2];
  if (text.startsWith('/*', at)) return [{ ...context, slash, state: 'jsBlockComment' }, at + 2];
  if (slash === 'unknown') {
    throw new HtmlError(`'/' could start a division or regexp: ${JSON.stringify(text.slice(at, at + 32))}`);
  }
  return [
    slash === 'regexp' ? { ...context, slash, state: 'jsRegexp' } : { ...context, slash: 'regexp' },
    at + 1,
  ];
}

const BEFORE_REGEXP =
  /(?:^|[^\w$])(?:break|case|continue|delete|do|else|finally|in|instanceof|return|throw|try|typeof|void)$/;

/** What a slash means behind `text`. */
function slashAfter(text: string, before: Context['slash']): Context['slash'] {
  const code = text.replace(/[\t\n\f\r \u2028\u2029]+$/, '');
  if (code === '') return before;
  const signs = /(\++|-+)$/.exec(code)?.[0];
  if (signs !== undefined) return signs.length % 2 === 1 ? 'regexp' : 'divide';
  if (/[0-9]\.$/.test(code)) return 'divide';
  return /[.,<>=*%&|^?!~([:;{}]$/.test(code) || BEFORE_REGEXP.test(code) ? 'regexp' : 'divide';
}

const JS_ENDS: Partial<Record<State, string>> = { jsDq: '"', jsSq: "'", jsTemplate: '`', jsRegexp: '/' };

export function transitJsString(context: Context, text: string): Step {
  const end = JS_ENDS[context.state];
  let inSet = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') {
      at++;
      if (at === text.length)
        throw new HtmlError(`unfinished escape sequence in JS string: ${JSON.stringify(text)}`);
    } else if (context.state === 'jsRegexp' && character === '[') inSet = true;
    else if (context.state === 'jsRegexp' && character === ']') inSet = false;
    else if (character === end && !inSet) return [{ ...context, state: 'js', slash: 'divide' }, at + 1];
  }
  if (inSet) throw new HtmlError(`unfinished JS regexp charset: ${JSON.stringify(text)}`);
  return [context, text.length];
}

export function transitCss(context: Context, text: string): Step {
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '(': {
        if (!/(?:^|[^-\w\u0080-\uffff])url[\t\n\f\r ]*$/i.test(text.slice(Math.max(0, at - 50), at))) break;
        const rest = text.slice(at + 1);
        const start = at + 1 + (rest.length - rest.replace(/^[\t\n\f\r ]+/, '').length);
        if (text.charAt(start) === '"') return [{ ...context, state: 'cssDqUrl' }, start + 1];
        if (text.charAt(start) === "'") return [{ ...context, state: 'cssSqUrl' }, start + 1];
        return [{ ...context, state: 'cssUrl' }, start];
      }
      case '/':
        if (text.startsWith('//', at)) return [{ ...context, state: 'cssLineComment' }, at + 2];
        if (text.startsWith('/*', at)) return [{ ...context, state: 'cssBlockComment' }, at + 2];
        break;
      case '"':
        return [{ ...context, state: 'cssDq' }, at + 1];
      case "'":
        return [{ ...context, state: 'cssSq' }, at + 1];
    }
  }
  return [context, text.length];
}

const CSS_ENDS: Partial<Record<State, RegExp>> = {
  cssDq: /"/,
  cssDqUrl: /"/,
  cssSq: /'/,
  cssSqUrl: /'/,
  cssUrl: /[\t\n\f\r )]/,
};

export function transitCssString(context: Context, text: string): Step {
  const end = CSS_ENDS[context.state];
  let inner = context;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\\') {
      at++;
      if (at === text.length)
        throw new HtmlError(`unfinished escape sequence in CSS string: ${JSON.stringify(text)}`);
    } else if (end?.test(character)) return [{ ...inner, state: 'css' }, at + 1];
    inner = transitUrl(inner, character);
  }
  return [inner, text.length];
}

import { attributeType } from './attributes';
import {
  HtmlError,
  TEXT,
  VALUE_STATES,
  type AttributeKind,
  type Context,
  type ElementKind,
  type State,
} from './context';
import { transitCss, transitCssString, transitJs, transitJsString, transitUrl } from './inner-languages';

/** The context behind the first part of a text, and how long that part is. */
export type Step = readonly [Context, number];

const SPACE = ' \t\n\f\r';

/** The context behind a part of `text`, which stands in `context` (escape.go `contextAfterText`). */
export function step(context: Context, text: string): Step {
  if (context.delimiter !== 'none') return stepInValue(context, text);
  const end = specialTagEnd(context, text);
  if (end === 0) return [TEXT, 0];
  return transit(context, end < 0 ? text : text.slice(0, end));
}

function stepInValue(context: Context, text: string): Step {
  const { delimiter, element } = context;
  const found = delimiter === 'space' ? text.search(/[ \t\n\f\r>]/) : text.indexOf(delimiter);
  const end = found < 0 ? text.length : found;
  if (delimiter === 'space') {
    const bad = /["'<=`]/.exec(text.slice(0, end));
    if (bad)
      throw new HtmlError(
        `${JSON.stringify(bad[0])} in unquoted attr: ${JSON.stringify(text.slice(0, end))}`,
      );
  }
  if (found < 0) {
    let inner = context;
    for (let rest = unescapeHtml(text); rest !== '';) {
      const [next, length] = transit(inner, rest);
      inner = next;
      rest = rest.slice(Math.max(1, length));
    }
    return [inner, text.length];
  }
  const isData = context.attribute === 'script type' && !SCRIPT_TYPES.test(text.slice(0, end));
  const after: Context = { ...TEXT, state: 'tag', element: isData ? 'none' : element };
  return [after, delimiter === 'space' ? end : end + 1];
}

const SCRIPT_TYPES =
  /^\s*(?:(?:application|text)\/(?:x-)?(?:ecma|java)script[0-9.]*|text\/(?:jscript|livescript)|application\/(?:ld\+)?json|module)\s*(?:;.*)?$/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function unescapeHtml(text: string): string {
  return text.replace(
    /&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));?/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : -1;
      if (code >= 0) return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      return ENTITIES[name ?? ''] ?? whole;
    },
  );
}

/** Where the element whose content is no HTML ends; -1 if it doesn't. */
function specialTagEnd({ element, state }: Context, text: string): number {
  if (
    element === 'none' ||
    state === 'tag' ||
    state === 'attrName' ||
    state === 'afterName' ||
    state === 'beforeValue'
  )
    return -1;
  return text.search(new RegExp(`</${element}[> \\t\\n\\f/]`, 'i'));
}

function transit(context: Context, text: string): Step {
  switch (context.state) {
    case 'text':
      return transitText(context, text);
    case 'tag':
      return transitTag(context, text);
    case 'attrName': {
      const end = attributeNameEnd(text);
      return [end === text.length ? context : { ...context, state: 'afterName' }, end];
    }
    case 'afterName': {
      const at = skipSpace(text);
      if (at === text.length) return [context, at];
      if (text.charAt(at) !== '=') return [{ ...context, state: 'tag' }, at];
      return [{ ...context, state: 'beforeValue' }, at + 1];
    }
    case 'beforeValue':
      return transitBeforeValue(context, text);
    case 'comment': {
      const end = text.indexOf('-->');
      return end < 0 ? [context, text.length] : [TEXT, end + 3];
    }
    case 'url':
    case 'srcset':
      return [transitUrl(context, text), text.length];
    case 'js':
      return transitJs(context, text);
    case 'jsDq':
    case 'jsSq':
    case 'jsTemplate':
    case 'jsRegexp':
      return transitJsString(context, text);
    case 'css':
      return transitCss(context, text);
    case 'cssDq':
    case 'cssSq':
    case 'cssDqUrl':
    case 'cssSqUrl':
    case 'cssUrl':
      return transitCssString(context, text);
    case 'jsBlockComment':
    case 'cssBlockComment': {
      const end = text.indexOf('*/');
      return end < 0
        ? [context, text.length]
        : [{ ...context, state: context.state === 'jsBlockComment' ? 'js' : 'css' }, end + 2];
    }
    case 'jsLineComment':
    case 'cssLineComment': {
      const isJs = context.state === 'jsLineComment';
      const end = text.search(isJs ? /[\n\r\u2028\u2029]/ : /[\n\f\r]/);
      return end < 0 ? [context, text.length] : [{ ...context, state: isJs ? 'js' : 'css' }, end];
    }
    case 'rcdata':
    case 'attr':
    case 'dead':
      return [context, text.length];
  }
}

const TAG_NAME = /[A-Za-z](?:[A-Za-z0-9]|[:-][A-Za-z0-9])*/y;
const ELEMENTS: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);

function transitText(context: Context, text: string): Step {
  for (let at = text.indexOf('<'); at >= 0 && at + 1 < text.length; at = text.indexOf('<', at + 1)) {
    if (text.startsWith('<!--', at)) return [{ ...TEXT, state: 'comment' }, at + 4];
    const isEnd = text.charAt(at + 1) === '/';
    TAG_NAME.lastIndex = at + (isEnd ? 2 : 1);
    const name = TAG_NAME.exec(text)?.[0];
    if (name === undefined) continue;
    const lower = name.toLowerCase();
    const element = !isEnd && ELEMENTS.has(lower) ? (lower as ElementKind) : 'none';
    return [{ ...TEXT, state: 'tag', element }, TAG_NAME.lastIndex];
  }
  return [context, text.length];
}

function skipSpace(text: string): number {
  let at = 0;
  while (at < text.length && SPACE.includes(text.charAt(at))) at++;
  return at;
}

const CONTENT: Readonly<Record<ElementKind, State>> = {
  none: 'text',
  script: 'js',
  style: 'css',
  textarea: 'rcdata',
  title: 'rcdata',
};

const KINDS: Readonly<Record<string, AttributeKind>> = {
  url: 'url',
  style: 'style',
  script: 'script',
  srcset: 'srcset',
};

function transitTag(context: Context, text: string): Step {
  const { element } = context;
  const from = skipSpace(text);
  if (from === text.length) return [context, from];
  if (text.charAt(from) === '>') return [{ ...TEXT, state: CONTENT[element], element }, from + 1];
  const to = from + attributeNameEnd(text.slice(from));
  if (to === from) {
    throw new HtmlError(
      `expected space, attr name, or end of tag, but got ${JSON.stringify(text.slice(from))}`,
    );
  }
  const name = text.slice(from, to).toLowerCase();
  const attribute =
    element === 'script' && name === 'type' ? 'script type' : (KINDS[attributeType(name)] ?? 'none');
  return [{ ...TEXT, state: to === text.length ? 'attrName' : 'afterName', element, attribute }, to];
}

function attributeNameEnd(text: string): number {
  const end = text.search(/[ \t\n\f\r=>]/);
  const name = end < 0 ? text : text.slice(0, end);
  const bad = /['"<]/.exec(name);
  if (bad)
    throw new HtmlError(`${JSON.stringify(bad[0])} in attribute name: ${JSON.stringify(text.slice(0, 32))}`);
  return name.length;
}

function transitBeforeValue(context: Context, text: string): Step {
  const at = skipSpace(text);
  if (at === text.length) return [context, at];
  const quote = text.charAt(at);
  const state = VALUE_STATES[context.attribute];
  if (quote === '"' || quote === "'") return [{ ...context, state, delimiter: quote }, at + 1];
  return [{ ...context, state, delimiter: 'space' }, at];
}

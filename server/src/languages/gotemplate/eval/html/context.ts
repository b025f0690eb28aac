/** Where in a page a piece of HTML ends, after html/template's context.go. */
export type State =
  | 'text'
  | 'tag'
  | 'attrName'
  | 'afterName'
  | 'beforeValue'
  | 'comment'
  | 'rcdata'
  | 'attr'
  | 'url'
  | 'srcset'
  | 'js'
  | 'jsDq'
  | 'jsSq'
  | 'jsTemplate'
  | 'jsRegexp'
  | 'jsBlockComment'
  | 'jsLineComment'
  | 'css'
  | 'cssDq'
  | 'cssSq'
  | 'cssDqUrl'
  | 'cssSqUrl'
  | 'cssUrl'
  | 'cssBlockComment'
  | 'cssLineComment'
  /** Behind `break` or `continue`. */
  | 'dead';

/** What ends an attribute's value. */
export type Delimiter = 'none' | '"' | "'" | 'space';

export type AttributeKind = 'none' | 'script' | 'script type' | 'style' | 'url' | 'srcset';

export type ElementKind = 'none' | 'script' | 'style' | 'textarea' | 'title';

export interface Context {
  readonly state: State;
  readonly delimiter: Delimiter;
  /** Whether a URL has got to its query; `unknown` where branches differ. */
  readonly urlPart: 'none' | 'path' | 'query' | 'unknown';
  /** Whether a slash in a script begins a regular expression. */
  readonly slash: 'regexp' | 'divide' | 'unknown';
  readonly attribute: AttributeKind;
  readonly element: ElementKind;
}

export const TEXT: Context = {
  state: 'text',
  delimiter: 'none',
  urlPart: 'none',
  slash: 'regexp',
  attribute: 'none',
  element: 'none',
};

/** Why html/template refuses a template. */
export class HtmlError extends Error {}

/** The same for equal contexts. */
export function contextKey({ state, delimiter, urlPart, slash, attribute, element }: Context): string {
  return [state, delimiter, urlPart, slash, attribute, element].join('/');
}

export function isComment({ state }: Context): boolean {
  return state === 'comment' || state.endsWith('Comment');
}

/** The state in which the value of an attribute begins. */
export const VALUE_STATES: Readonly<Record<AttributeKind, State>> = {
  none: 'attr',
  script: 'js',
  'script type': 'attr',
  style: 'css',
  url: 'url',
  srcset: 'srcset',
};

/** The context in which a value stands that comes next: an attribute's name or value begins with it. */
export function nudge(context: Context): Context {
  switch (context.state) {
    case 'tag':
      return { ...context, state: 'attrName' };
    case 'beforeValue':
      return { ...context, state: VALUE_STATES[context.attribute], delimiter: 'space', attribute: 'none' };
    case 'afterName':
      return { ...context, state: 'attrName', attribute: 'none' };
    default:
      return context;
  }
}

/** The context behind branches that end in `a` and `b` (escape.go `join`). */
export function join(a: Context, b: Context, what: string): Context {
  if (a.state === 'dead') return b;
  if (b.state === 'dead' || contextKey(a) === contextKey(b)) return a;
  if (contextKey({ ...a, urlPart: b.urlPart }) === contextKey(b)) return { ...a, urlPart: 'unknown' };
  if (contextKey({ ...a, slash: b.slash }) === contextKey(b)) return { ...a, slash: 'unknown' };
  const [nudgedA, nudgedB] = [nudge(a), nudge(b)];
  if (nudgedA !== a || nudgedB !== b) return join(nudgedA, nudgedB, what);
  throw new HtmlError(`{{${what}}} branches end in different contexts: ${a.state}, ${b.state}`);
}

import { importedPath, LONGEST_CHAIN, type ImportedPath } from '../../../languages/code/names';
import type { CodeCall, CodeEntry, CodeFile, CodeString, CodeValue } from '../../../languages/code/tree';
import { textOf } from '../values';
import { calledName, isGlobal, reachedFrom } from './callee';
import {
  BASE_OPTIONS,
  HTTP_GLOBALS,
  HTTP_MODULES,
  PARAMETER_OPTIONS,
  PARAMETERS_BEHIND_URL,
  URL_ENCODERS,
  URL_OPTIONS,
  URL_QUERIES,
} from './places';
import type { HostedTextList, TextOptions } from './texts';
import { parameterRegion, urlParameters, type UrlParameter } from './url-parameter';

const OPTIONS: TextOptions = { by: { kind: 'query' } };

/** Parameters of Prometheus' HTTP API that hold PromQL (https://prometheus.io/docs/prometheus/latest/querying/api/). */
const HOLDS_PROMQL = new Set(['query', 'match[]']);

/**
 * A path of that API that takes PromQL. Loki has the same below its own prefix, VictoriaMetrics' cluster speaks a
 * dialect of PromQL below its.
 */
const QUERY_PATH =
  /(?:^|(?<!loki|select\/[^/]+\/prometheus)\/)api\/v1\/(?:query|query_range|query_exemplars|format_query|parse_query|series|labels|label\/[^/?#]+\/values)\/?(?:$|[?#])/;

/** More parameters of one URL are not looked at. */
const MOST_PARAMETERS = 100;

/** Adds the queries in what is sent to Prometheus' HTTP API. */
export function addUrlQueries(file: CodeFile, texts: HostedTextList): void {
  new UrlQueries(file, texts).add();
}

class UrlQueries {
  /** Values that a URL of Prometheus takes its parameters from. */
  readonly #sources = new Set<CodeValue>();

  constructor(
    private readonly file: CodeFile,
    private readonly texts: HostedTextList,
  ) {}

  add(): void {
    for (const call of this.file.calls) if (takesUrl(call)) this.#addCall(call);
    for (const call of this.file.calls) this.#addSetter(call);
  }

  #addCall(call: CodeCall): void {
    const request = requestOf(call);
    if (!request) return;
    const { url, prefix, parameters } = request;
    const inUrl = urlParameters(url.text, url.holes);
    if (!isQueryUrl(prefix + url.text, [...inUrl, ...parameters.flatMap(parameterEntries)])) return;
    if (url.from === undefined) {
      for (const parameter of inUrl.slice(0, MOST_PARAMETERS)) this.#addParameter(url, parameter);
      for (const fill of url.fills ?? []) if (fill) this.#addSource(unwrap(fill));
    }
    for (const parameter of parameters) this.#addSource(parameter);
    this.#sources.add(call);
  }

  /** A parameter in the URL's text: written there, or encoded by a function. */
  #addParameter(url: CodeString, { name, span }: UrlParameter): void {
    if (!HOLDS_PROMQL.has(name)) return;
    const hole = url.holes.findIndex(({ from, to }) => from === span.from && to === span.to);
    if (hole < 0) {
      this.texts.addRegion(parameterRegion(url.region('promql'), span), OPTIONS);
      return;
    }
    const fill = url.fills?.[hole];
    if (fill?.kind !== 'call' || !URL_ENCODERS.has(calledName(fill) ?? '')) return;
    this.#addValue(fill.args[0]);
  }

  /** Parameters as an object, or as the object that makes a query of one. */
  #addSource(source: CodeValue): void {
    if (this.#sources.has(source)) return;
    this.#sources.add(source);
    for (const { name, value } of parameterEntries(source)) if (HOLDS_PROMQL.has(name)) this.#addValue(value);
  }

  /** `url.searchParams.set('query', 'up')`, `params.append('match[]', 'up')`. */
  #addSetter({ callee, args }: CodeCall): void {
    if (callee.kind !== 'member' || !/^(?:set|append)$/.test(callee.name)) return;
    const { object } = callee;
    const target = object.kind === 'member' && object.name === 'searchParams' ? object.object : object;
    if (this.#sources.has(target) && HOLDS_PROMQL.has(textOf(args[0]) ?? '')) this.#addValue(args[1]);
  }

  #addValue(value: CodeValue | undefined): void {
    const all = value?.kind === 'list' ? value.items : [value];
    for (const one of all) this.texts.addValue(one, OPTIONS);
  }
}

/** A call of an HTTP client, or of `new URL`. */
function takesUrl({ callee }: CodeCall): boolean {
  if (isGlobal(callee, HTTP_GLOBALS) || isUrlClass(callee)) return true;
  const path = reachedFrom(callee);
  return path !== undefined && modulesOf(path).some((module) => HTTP_MODULES.has(module));
}

/** The names that a module may be listed by: its own, with what of it is used, and its package's. */
function modulesOf({ module, path: [first] }: ImportedPath): string[] {
  return [module, `${module}.${first}`, module.replace(/(?<=[^./])[./].*/, '')];
}

function isUrlClass(callee: CodeValue): boolean {
  const path = importedPath(callee);
  return (
    isGlobal(callee, URL_CLASS) || (/^(?:node:)?url$/.test(path?.module ?? '') && path?.path[0] === 'URL')
  );
}

const URL_CLASS = new Set(['URL']);

interface Request {
  readonly url: CodeString;
  /** What stands in front of the URL's text: the client's base. */
  readonly prefix: string;
  /** What the request's parameters are taken from. */
  readonly parameters: readonly CodeValue[];
}

function requestOf(call: CodeCall): Request | undefined {
  const options = [...call.args.flatMap(entriesOf), ...call.keywords];
  const named = (names: readonly string[]): CodeValue[] =>
    options.flatMap(({ name, value }) => (names.includes(name) ? [unwrap(value)] : []));
  const candidates = [...call.args.slice(0, 2), ...named(URL_OPTIONS)].flatMap((value) => urlIn(value) ?? []);
  const base = isUrlClass(call.callee)
    ? (textOf(call.args[1]) ?? '')
    : (named(BASE_OPTIONS).map(textOf)[0] ?? baseOf(call.callee));
  for (const url of candidates) {
    const prefix = /^(?:[a-z]+:)?\/\//.test(url.text) ? '' : joint(base, url.text);
    if (!QUERY_PATH.test(prefix + url.text)) continue;
    return {
      url,
      prefix,
      parameters: [
        ...named(PARAMETER_OPTIONS),
        ...call.args.map(unwrap).filter(isUrlQuery),
        ...(PARAMETERS_BEHIND_URL.has(reachedFrom(call.callee)?.module ?? '') ? call.args.slice(1) : []),
      ],
    };
  }
  return undefined;
}

/** `base` with a slash where the path behind it brings none. */
function joint(base: string, path: string): string {
  if (path.startsWith('/')) return base.replace(/\/$/, '');
  return base === '' || base.endsWith('/') ? base : `${base}/`;
}

function entriesOf(value: CodeValue): readonly CodeEntry[] {
  return value.kind === 'object' ? value.entries : [];
}

/** The text of a URL: a string, or `new URL` of one. */
function urlIn(value: CodeValue): CodeString | undefined {
  let at: CodeValue | undefined = value;
  for (let length = 0; at && length < LONGEST_CHAIN; length++) {
    const url = unwrap(at);
    if (url.kind === 'string') return url;
    if (url.kind === 'member') at = url.object;
    else at = url.kind === 'call' && isUrlClass(url.callee) ? url.args[0] : undefined;
  }
  return undefined;
}

/** Without the call that makes text of it. */
function unwrap(value: CodeValue): CodeValue {
  return value.kind === 'call' && value.callee.kind === 'member' && value.callee.name === 'toString'
    ? value.callee.object
    : value;
}

/** The base URL that the client was made with. */
function baseOf(callee: CodeValue): string {
  const client = callee.kind === 'member' ? callee.object : callee;
  if (client.kind !== 'call') return '';
  const options = [...client.args.flatMap(entriesOf), ...client.keywords];
  const base = options.find(({ name }) => BASE_OPTIONS.includes(name))?.value;
  return base?.kind === 'string' ? base.text : '';
}

/** False where something shows that it is not Prometheus' API: Datadog's has the same path. */
function isQueryUrl(url: string, parameters: readonly { readonly name: string }[]): boolean {
  const names = new Set(parameters.map(({ name }) => name));
  return QUERY_PATH.test(url) && !/datadog/i.test(url) && !(names.has('from') && names.has('to'));
}

/** The parameters that an object holds, or is made of: `{ query: 'up' }`, `new URLSearchParams({ query: 'up' })`. */
function parameterEntries(value: CodeValue): readonly CodeEntry[] {
  const [source = value] = isUrlQuery(value) ? value.args : [];
  if (source.kind === 'object') return source.entries;
  return source.kind === 'list' ? source.items.flatMap(pairEntry) : [];
}

/** A pair `['query', 'up']`. */
function pairEntry(pair: CodeValue): CodeEntry[] {
  const [name, value] = pair.kind === 'list' ? pair.items : [];
  const text = textOf(name);
  return name && value && text !== undefined ? [{ name: text, nameSpan: name.span, value }] : [];
}

/** True for a call that makes a URL's query, or a form, of parameters. */
function isUrlQuery(value: CodeValue): value is CodeCall {
  if (value.kind !== 'call') return false;
  const name = calledName(value) ?? '';
  return (
    URL_QUERIES.has(name) || (name === 'stringify' && QUERY_STRINGS.has(reachedFrom(value)?.module ?? ''))
  );
}

const QUERY_STRINGS = new Set(['qs', 'query-string', 'querystring', 'node:querystring']);

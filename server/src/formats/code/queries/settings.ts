/** What the user says about the PromQL in programs: `alertwright.code` of the settings. */
export interface QuerySettings {
  /** Names of the tags that make a template PromQL (`` promql`up` ``, `` metrics.promql`up` ``). */
  readonly tags: readonly string[];
  /** Calls that take PromQL, beside those that the tables know. */
  readonly calls: readonly QueryCall[];
}

/** One item of `alertwright.code.queries`. */
export interface QueryCall {
  /**
   * The module that the function, or the class whose method it is, is imported from. For a module of the workspace its
   * path's end is enough: `lib/prometheus` is `../lib/prometheus` too. Absent: wherever it is from.
   */
  readonly module?: string;
  /** `runQuery`, or the end of a path to it: `client.query`, `PrometheusClient.query`. */
  readonly function: string;
  /** Which of its arguments: counted from 0, or the name of a keyword argument or of a property of an object. */
  readonly argument: number | string;
}

export const DEFAULT_QUERY_SETTINGS: QuerySettings = { tags: ['promql'], calls: [] };

/** Names in the languages that we read. */
const NAME = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

/** Reads what an editor sends for `alertwright.code`. What is of a wrong type, or can't be a name, counts as not set. */
export function readQuerySettings(sent: unknown): QuerySettings {
  const { tags, queries } = record(sent);
  return {
    tags: Array.isArray(tags) ? tags.filter(isName) : DEFAULT_QUERY_SETTINGS.tags,
    calls: Array.isArray(queries) ? queries.flatMap((query) => readCall(query) ?? []) : [],
  };
}

function readCall(sent: unknown): QueryCall | undefined {
  const { module, function: name, argument = 0 } = record(sent);
  if (typeof name !== 'string' || !name.split('.').every(isName)) return undefined;
  if (!isIndex(argument) && !isName(argument)) return undefined;
  if (module !== undefined && (typeof module !== 'string' || module === '')) return undefined;
  return { ...(module === undefined ? {} : { module }), function: name, argument };
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value);
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

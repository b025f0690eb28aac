export type Level = 'file' | 'group' | 'rule';

export type FieldType =
  | 'groups'
  | 'rules'
  | 'string'
  | 'metric-name'
  | 'promql'
  | 'duration'
  | 'integer'
  | 'labels'
  | 'annotations';

export interface FieldInfo {
  readonly name: string;
  readonly level: Level;
  readonly type: FieldType;
  /** The kind of rule that may have it; both where absent. */
  readonly only?: 'alert' | 'record';
  readonly required?: boolean;
  /** One line of Markdown. */
  readonly summary: string;
  /** Markdown, what else to know. */
  readonly details?: string;
  /** What holds without it, in words. */
  readonly default?: string;
  /** YAML. */
  readonly example: string;
  /** The Prometheus version that has it first, `[major, minor]`. */
  readonly since: readonly [number, number];
  /** What completion inserts, an LSP snippet; lines after the first are indented relative to it, two spaces a step. */
  readonly snippet: string;
  readonly link: string;
}

const DOCS = 'https://prometheus.io/docs/prometheus/latest/configuration';
export const RECORDING_PAGE = `${DOCS}/recording_rules/`;
export const ALERTING_PAGE = `${DOCS}/alerting_rules/`;

import type { Span } from '../../text/span';
import type { ExpositionCode } from './codes';

/** `text` is the format of Prometheus, version 0.0.4; `openmetrics` is OpenMetrics 1.0. */
export type ExpositionFormat = 'text' | 'openmetrics';

/** A line of a page of samples, or what is wrong with it. Comments and empty lines are passed over. */
export type Entry = MetadataEntry | SampleEntry | FaultEntry;

export interface MetadataEntry {
  readonly kind: 'help' | 'type' | 'unit';
  readonly name: string;
  readonly nameSpan: Span;
  /** The help, decoded; the type or the unit as written. */
  readonly text: string;
  readonly span: Span;
}

export interface SampleEntry {
  readonly kind: 'sample';
  readonly name: string;
  /** Without quotes. */
  readonly nameSpan: Span;
  readonly labels: readonly SampleLabel[];
  readonly value: number;
  /** In milliseconds since 1970. */
  readonly timestamp?: number;
  readonly exemplar?: Exemplar;
  readonly span: Span;
}

export interface SampleLabel {
  readonly name: string;
  /** Decoded. */
  readonly value: string;
  /** Without quotes. */
  readonly nameSpan: Span;
  /** Without quotes. */
  readonly valueSpan: Span;
}

export interface Exemplar {
  readonly labels: readonly SampleLabel[];
  readonly value: number;
  /** In milliseconds since 1970. */
  readonly timestamp?: number;
}

/** What makes Prometheus refuse the page. */
export interface FaultEntry {
  readonly kind: 'fault';
  readonly code: ExpositionCode;
  readonly message: string;
  readonly span: Span;
}

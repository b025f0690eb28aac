/** A reading under construction: a name of values, with what is said of them around it. */
import type { Expr } from './ast';
import { listed, type Unit } from './explain-parts';
import type { MetricKnowledge } from './knowledge';

export interface Reading {
  /** `the per-second rate of …`; a whole sentence where `statement`. */
  readonly noun: string;
  readonly statement?: true;
  /** More than a name with its attributes: wants parentheses inside something larger. */
  readonly loose?: true;
  /** `targets that are down`: more than one, which changes the verb. */
  readonly plural?: true;
  /** The labels that the values are grouped by. */
  readonly per: readonly string[];
  /** Conditions that the values meet: `above 5`. */
  readonly only: readonly string[];
  /** Clauses that follow: `and only while …`. */
  readonly also: readonly string[];
  readonly unit?: Unit;
}

/** What phrases need to read their operands. */
export interface ExpressionReader {
  readonly knowledge?: MetricKnowledge;
  /** The reading of an expression, at most `depth` levels of it. */
  read(expr: Expr, depth: number): Reading;
}

export const UNREAD: Reading = { noun: '…', per: [], only: [], also: [] };

export function noun(words: string, rest: Partial<Reading> = {}): Reading {
  return { noun: words, per: [], only: [], also: [], ...rest };
}

/** As part of a larger phrase. */
export function inline(reading: Reading): string {
  const words = named(reading);
  return reading.loose || (words !== reading.noun && !reading.statement) ? `(${words})` : words;
}

/** The same where nothing that follows can be taken for a part of it. */
export function named(reading: Reading): string {
  const { only, also, statement } = reading;
  const condition = only.length > 0 ? ` where it is ${joined(only)}` : '';
  return [(statement ? '1 where ' : '') + grouped(reading) + condition, ...also].join(', ');
}

/** As a fact that holds or not: `up is above 5`, `up (job is api) exists`. */
export function fact(reading: Reading): string {
  const { only, also, plural, statement } = reading;
  const verb = only.length > 0 ? `${plural ? 'are' : 'is'} ${joined(only)}` : plural ? 'exist' : 'exists';
  const words = [statement ? grouped(reading) : `${grouped(reading)} ${verb}`, ...also].join(', ');
  return also.length > 0 ? `(${words})` : words;
}

/** As a sentence of its own. */
export function sentence(reading: Reading): string {
  const { noun: words, per, only, also } = reading;
  const condition = only.length > 0 ? [`only where it is ${joined(only)}`] : [];
  const text = `${[words, ...condition, ...also].join('; ')}.`;
  if (per.length > 0) return `For each ${listed(per)}: ${text}`;
  // The names of metrics keep their small letters.
  return /^(?:the|there|targets|probes|all|any|a|minus) /.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}

function grouped({ noun: words, per }: Reading): string {
  return per.length > 0 ? `${words} for each ${listed(per)}` : words;
}

function joined(conditions: readonly string[]): string {
  return conditions.join(' and ');
}

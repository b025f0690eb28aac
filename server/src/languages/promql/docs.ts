/** Markdown of what the tables say, for hovers, completion and signature help. */
import { AGGREGATED } from './aggregations';
import type { ValueType } from './ast';
import { refusal, type Availability } from './availability';
import type { AggregationInfo, FunctionInfo, KeywordInfo, ParameterInfo } from './function-info';
import type { MetricInfo, PromqlDialect } from './knowledge';

const TYPE_WORDS: Readonly<Record<ValueType, string>> = {
  scalar: 'scalar',
  vector: 'instant vector',
  matrix: 'range vector',
  string: 'string',
  unknown: 'unknown',
};

/** A type as the documentation of Prometheus calls it: `instant vector`. */
export function typeWords(type: ValueType): string {
  return TYPE_WORDS[type];
}

/** A signature in one line, with each parameter's stretch of it. */
export interface Signature {
  readonly label: string;
  readonly parameters: readonly { readonly label: string; readonly info: ParameterInfo }[];
}

/** `round(v: instant vector, to_nearest?: scalar): instant vector`; `…` marks a parameter that repeats. */
export function functionSignature({ name, parameters, variadic, returns }: FunctionInfo): Signature {
  return signature(
    name,
    parameters.map((info, index) => ({
      info,
      label: parameterLabel(info, index === parameters.length - 1, variadic),
    })),
    returns,
  );
}

function parameterLabel({ name, type }: ParameterInfo, isLast: boolean, variadic: number): string {
  if (!isLast || variadic === 0) return `${name}: ${typeWords(type)}`;
  return variadic === 1 ? `${name}?: ${typeWords(type)}` : `…${name}: ${typeWords(type)}`;
}

/** `topk(k: scalar, v: instant vector): instant vector`. */
export function aggregationSignature({ name, parameter }: AggregationInfo): Signature {
  const parameters = [parameter, AGGREGATED].filter((info) => info !== undefined);
  return signature(
    name,
    parameters.map((info) => ({ info, label: `${info.name}: ${typeWords(info.type)}` })),
    'vector',
  );
}

function signature(name: string, parameters: Signature['parameters'], returns: ValueType): Signature {
  const list = parameters.map(({ label }) => label).join(', ');
  return { label: `${name}(${list}): ${typeWords(returns)}`, parameters };
}

export function functionDoc(info: FunctionInfo, dialect: PromqlDialect): string {
  return entryDoc(functionSignature(info).label, info, dialect);
}

export function aggregationDoc(info: AggregationInfo, dialect: PromqlDialect): string {
  return entryDoc(aggregationSignature(info).label, info, dialect);
}

export function keywordDoc(info: KeywordInfo, dialect: PromqlDialect): string {
  return entryDoc(info.name, info, dialect);
}

type Entry = Availability & Pick<FunctionInfo, 'summary' | 'details' | 'example' | 'link'>;

function entryDoc(head: string, info: Entry, dialect: PromqlDialect): string {
  const refused = refusal(info, dialect);
  const parts = [
    code(head),
    info.summary,
    info.details,
    `Example:\n${code(info.example)}`,
    refused === undefined
      ? undefined
      : `⚠ Prometheus ${dialect.version.join('.')} refuses it: it ${refused}.`,
    [history(info), `[Documentation](${info.link})`].filter(Boolean).join(' · '),
  ];
  return parts.filter((part) => part !== undefined).join('\n\n');
}

/** `Since 3.7, stable since 3.14`; nothing for what has always been there. */
function history({ since, stableSince, experimental, feature }: Availability): string {
  const words: string[] = [];
  if (since !== '2.0') words.push(`Since ${since}`);
  if (stableSince !== undefined) words.push(`stable since ${stableSince}`);
  else if (experimental === true || feature !== undefined) words.push('experimental');
  return words.join(', ');
}

/** Type, unit, help and origin of a metric. */
export function metricDoc(metric: MetricInfo): string {
  const { name, help, origin, labels } = metric;
  const traits = metricTraits(metric);
  const parts = [
    `**${inlineCode(name)}**${traits && ` · ${traits}`}`,
    help && escapeMarkdown(help),
    labels && labels.length > 0 ? `Labels: ${labels.map((label) => `\`${label}\``).join(', ')}` : undefined,
    `From: ${escapeMarkdown(origin)}`,
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** `counter, seconds`, as far as known. */
export function metricTraits({ type, unit }: MetricInfo): string {
  return [type === 'unknown' ? undefined : type, unit].filter(Boolean).join(', ');
}

/** A block of PromQL. */
export function code(text: string): string {
  return `\`\`\`promql\n${text}\n\`\`\``;
}

/** Text so that Markdown shows it as it is. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/g, '\\$&');
}

/** Text in Markdown's code font, whatever it holds. */
export function inlineCode(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || text === '' ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

import type { LabelWrite, WrittenLabel } from '../../formats/metrics/definition';
import type { Advice } from '../check';
import type { MetricCheck } from './check';
import { definitions } from './definitions';

/** Words of label names that say: a value for each user, request, … */
const OF_NAME =
  /^(?:\w+_)?(?:(?:user|customer|account|session|request|req|trace|span|transaction|order|message|correlation|visitor)_?id|e_?mail|uuid|guid|user_?name|user_?agent|ip|ip_?address|remote_addr|phone|timestamp|(?:full_?)?url)$/i;

const REQUEST = String.raw`(?:req|request|ctx|context|c|r|event|self\.request)(?:\.(?:request|req|raw))?`;

/** Expressions whose values are as many as the world has. */
const OF_EXPRESSION = new RegExp(
  [
    // Paths with their ids, of Express, Koa, Fastify, Fetch, Flask, Starlette, net/http.
    String.raw`^${REQUEST}\.(?:url|path|originalUrl|href|uri|url\.path|url\.pathname|URL\.Path|URL\.String\(\)|RequestURI|full_path)$`,
    String.raw`^(?:window\.|document\.)?location\.(?:pathname|href)$`,
    // What a client sends.
    String.raw`^${REQUEST}\.(?:params|query|body|headers|cookies|ip|match_info|path_params|args)\b`,
    String.raw`^${REQUEST}\.(?:RemoteAddr|remote_addr|RemoteIP\(\))$`,
    String.raw`\b(?:user|customer|account|session)\??\.(?:id|_id|email|uuid|name)$`,
    String.raw`^(?:user|customer|account|session|request|order|trace)_?id$`,
    // What is never the same twice.
    String.raw`^(?:new Date\(|Date\.now\(|time\.time\(|time\.Now\(|datetime\.now\(|uuid\.?(?:v?4|uuid4)?\(|(?:crypto\.)?randomUUID\(|nanoid\()`,
    String.raw`^(?:e|err|error|ex|exc|exception)\.(?:message|stack)$`,
    String.raw`^(?:str|String)\((?:e|err|error|ex|exc|exception)\)$`,
    String.raw`^err\.Error\(\)$`,
  ].join('|'),
  'i',
);

/** A label with no end of values. */
export const unboundedLabel: MetricCheck = {
  code: 'metrics/unbounded-label',
  severity: 'hint',
  title: 'Label with no end of values',
  explanation:
    'Every value of a label makes a series that Prometheus keeps in memory, for a histogram one for each bucket. Ids of ' +
    'users and requests, e-mail addresses, time stamps, messages of errors and paths with ids in them belong into logs and ' +
    'traces. Use the route’s pattern (`/users/:id`) instead of the path, a class of errors instead of the message.',
  *run(model) {
    const told = new Set<string>();
    for (const { metric } of definitions(model)) {
      for (const { name, span = metric.nameSpan } of metric.labels ?? []) {
        if (!OF_NAME.test(name)) continue;
        told.add(key(metric.name, name));
        yield advice(
          span,
          `the label ${name} seems to have no end of values: each makes new series of ${metric.name}`,
        );
      }
    }
    for (const write of model.writes) {
      for (const label of write.labels) {
        if (!isUnbounded(write, label, told)) continue;
        told.add(key(write.metric, label.name));
        yield advice(
          label.valueSpan,
          `${label.expression ?? label.name} seems to have no end of values: each makes new series`,
        );
      }
    }
  },
};

function isUnbounded({ metric }: LabelWrite, label: WrittenLabel, told: ReadonlySet<string>): boolean {
  if (label.value !== undefined || told.has(key(metric, label.name))) return false;
  return OF_EXPRESSION.test(label.expression?.replaceAll('?.', '.') ?? '');
}

function key(metric: string | undefined, label: string): string {
  return `${metric ?? ''}{${label}}`;
}

function advice(span: Advice['span'], message: string): Advice {
  return { span, message };
}

import { functionRows, PATTERN, REPLACEMENT, TEXT, type TemplateFunction } from './function-info';
import type { ListType, MapType, Member, StructType, TemplateParameter } from './types';

export const PROMETHEUS_REFERENCE =
  'https://prometheus.io/docs/prometheus/latest/configuration/template_reference/';

const sampleLabels: MapType = { kind: 'map', name: 'labels of a sample', of: 'string' };
const sample: StructType = {
  kind: 'struct',
  name: 'sample',
  fields: new Map<string, Member>([
    ['Labels', { type: sampleLabels, summary: "The sample's labels; the metric's name is `__name__`." }],
    ['Value', { type: 'sample value', summary: "The sample's value: a float, or a native histogram." }],
  ]),
};
const samples: ListType = { kind: 'list', name: 'list of samples', of: sample };
const argumentMap: MapType = { kind: 'map', name: 'arguments', of: 'any' };

const number: TemplateParameter = {
  name: 'number',
  type: 'number',
  doc: 'A number, or a string that holds one.',
};
const vector: TemplateParameter = { name: 'samples', type: samples, doc: 'What `query` gives.' };
const one: TemplateParameter = { name: 'sample', type: sample, doc: 'One sample, for instance of `first`.' };
const label: TemplateParameter = { name: 'label', type: 'string', doc: "A label's name." };

const define = functionRows(
  '2.0',
  (section: 'queries' | 'numbers' | 'strings' | 'others') => `${PROMETHEUS_REFERENCE}#${section}`,
);

/** What Prometheus adds to Go's functions in alerting rules (template/template.go). */
export const prometheusFunctions: readonly TemplateFunction[] = [
  define(
    'queries',
    'query',
    [{ name: 'expr', type: 'string', doc: 'A PromQL expression that gives an instant vector or a scalar.' }],
    samples,
    'The samples that a PromQL expression gives at the time of the evaluation.',
    '{{ range query "up == 0" }}{{ .Labels.instance }} {{ end }}',
    {
      details:
        'Every template that is expanded evaluates it again. Range vectors and strings are not supported.',
    },
  ),
  define(
    'queries',
    'first',
    [vector],
    sample,
    'The first of the samples. Fails if there are none: put it inside `with` or `if`.',
    '{{ with query "sum(up)" }}{{ . | first | value }}{{ end }}',
  ),
  define(
    'queries',
    'label',
    [label, one],
    'string',
    "The value of a sample's label; empty if it has no such label.",
    '{{ query "up" | first | label "instance" }}',
  ),
  define(
    'queries',
    'value',
    [one],
    'sample value',
    "A sample's value.",
    '{{ query "sum(up)" | first | value | humanize }}',
  ),
  define(
    'queries',
    'sortByLabel',
    [label, vector],
    samples,
    'The samples, sorted by the value of a label.',
    '{{ range query "up" | sortByLabel "instance" }}{{ .Labels.instance }} {{ end }}',
  ),
  define(
    'queries',
    'strvalue',
    [one],
    'string',
    "The value of a sample's label `__value__`, which `count_values`-like queries for consoles set.",
    '{{ query "up" | first | strvalue }}',
  ),
  define(
    'numbers',
    'humanize',
    [number],
    'string',
    'A number with a metric prefix and four digits: `1234567` becomes `1.235M`, `0.0021` becomes `2.1m`.',
    '{{ $value | humanize }}',
  ),
  define(
    'numbers',
    'humanize1024',
    [number],
    'string',
    'A number with a binary prefix: `1048576` becomes `1Mi`. Write the unit behind it: `{{ $value | humanize1024 }}B`.',
    '{{ $value | humanize1024 }}B',
  ),
  define(
    'numbers',
    'humanizeDuration',
    [number],
    'string',
    'Seconds as days, hours, minutes and seconds: `90061` becomes `1d 1h 1m 1s`; below a second with a prefix: `12ms`.',
    '{{ $value | humanizeDuration }}',
  ),
  define(
    'numbers',
    'humanizePercentage',
    [number],
    'string',
    'A ratio as a percentage with four digits: `0.12345` becomes `12.35%`.',
    '{{ $value | humanizePercentage }}',
    {
      details:
        'Only for ratios between 0 and 1. If the expression gives a percentage already, use `printf "%.2f%%"`.',
      since: '2.11',
    },
  ),
  define(
    'numbers',
    'humanizeTimestamp',
    [number],
    'string',
    'A Unix time in seconds as a date and time in UTC.',
    '{{ $value | humanizeTimestamp }}',
  ),
  define(
    'numbers',
    'toTime',
    [number],
    'time',
    "A Unix time in seconds as Go's `time.Time`, whose methods can follow.",
    '{{ ($value | toTime).Format "2006-01-02" }}',
    { since: '2.38' },
  ),
  define(
    'numbers',
    'toDuration',
    [number],
    'duration',
    "Seconds as Go's `time.Duration`, whose methods can follow.",
    '{{ toDuration $value }}',
    { since: '3.6' },
  ),
  define(
    'numbers',
    'now',
    [],
    'float',
    'The time of the evaluation as a Unix time in seconds.',
    '{{ now | humanizeTimestamp }}',
    { since: '3.6' },
  ),
  define(
    'strings',
    'title',
    [TEXT],
    'string',
    'The text with each word capitalised.',
    '{{ $labels.severity | title }}',
  ),
  define(
    'strings',
    'toUpper',
    [TEXT],
    'string',
    'The text in upper case.',
    '{{ $labels.severity | toUpper }}',
  ),
  define('strings', 'toLower', [TEXT], 'string', 'The text in lower case.', '{{ $labels.env | toLower }}'),
  define(
    'strings',
    'stripPort',
    [{ ...TEXT, name: 'address' }],
    'string',
    'An address without its port: `node1:9100` becomes `node1`. Text that is no `host:port` stays as it is.',
    '{{ $labels.instance | stripPort }}',
    { since: '2.33' },
  ),
  define(
    'strings',
    'stripDomain',
    [{ ...TEXT, name: 'address' }],
    'string',
    'A host name up to its first dot, with its port: `node1.example.org:9100` becomes `node1:9100`. IP addresses stay as they are.',
    '{{ $labels.instance | stripDomain }}',
    { since: '2.36' },
  ),
  define(
    'strings',
    'match',
    [PATTERN, TEXT],
    'bool',
    'True if the regular expression matches somewhere in the text.',
    '{{ if match "^prod-" $labels.cluster }}…{{ end }}',
  ),
  define(
    'strings',
    'reReplaceAll',
    [PATTERN, REPLACEMENT, TEXT],
    'string',
    'The text with each match of the regular expression replaced.',
    '{{ $labels.instance | reReplaceAll ":.*" "" }}',
  ),
  define(
    'strings',
    'graphLink',
    [{ name: 'expr', type: 'string', doc: 'A PromQL expression.' }],
    'string',
    "The path to the graph of an expression in Prometheus' web page.",
    '{{ externalURL }}{{ graphLink "up" }}',
  ),
  define(
    'strings',
    'tableLink',
    [{ name: 'expr', type: 'string', doc: 'A PromQL expression.' }],
    'string',
    "The path to the table of an expression in Prometheus' web page.",
    '{{ externalURL }}{{ tableLink "up" }}',
  ),
  define(
    'strings',
    'parseDuration',
    [{ ...TEXT, name: 'duration', doc: 'A duration such as `1h30m`.' }],
    'float',
    'A Prometheus duration as seconds.',
    '{{ parseDuration "1h" }}',
    { since: '2.32' },
  ),
  define(
    'strings',
    'urlQueryEscape',
    [TEXT],
    'string',
    'The text, escaped for the query part of a URL.',
    '{{ $labels.instance | urlQueryEscape }}',
    { since: '3.8' },
  ),
  define(
    'others',
    'args',
    [{ name: 'value', type: 'any', doc: 'Any values.' }],
    argumentMap,
    'A map with the keys `arg0`, `arg1`, …: a way to give several values to a template.',
    '{{ define "row" }}{{ .arg0 }}: {{ .arg1 }}{{ end }}{{ template "row" (args $labels.pod $value) }}',
    { variadic: true },
  ),
  define(
    'others',
    'safeHtml',
    [TEXT],
    'any',
    'The text, marked as HTML that needs no escaping; matters in console templates only.',
    '{{ safeHtml $labels.link }}',
  ),
  define(
    'others',
    'externalURL',
    [],
    'string',
    'The URL under which Prometheus is reached from outside (`--web.external-url`).',
    '{{ externalURL }}/alerts',
  ),
  define('others', 'pathPrefix', [], 'string', 'The path of the external URL.', '{{ pathPrefix }}/graph'),
];

import { goFunctions } from './builtins';
import type { TemplateDialect } from './dialect';
import { goMinor, isLater, parseSince, PROMETHEUS_BUILDS } from './go-version';
import { PROMETHEUS_REFERENCE, prometheusFunctions } from './prometheus-functions';
import type { MapType, Member, StructType } from './types';

export const alertLabels: MapType = { kind: 'map', name: 'labels', of: 'string', role: 'alert labels' };
const externalLabels: MapType = { kind: 'map', name: 'external labels', of: 'string' };

const LABELS = "The alert's labels: those of the expression's result, and the rule's own.";
const VALUE = "The value of the expression's sample: a float, or a native histogram.";
const EXTERNAL_LABELS = "The labels from `global.external_labels` of Prometheus' configuration.";
const EXTERNAL_URL = 'The URL under which Prometheus is reached from outside (`--web.external-url`).';

const data: StructType = {
  kind: 'struct',
  name: "the alert's data",
  fields: new Map<string, Member>([
    ['Labels', { type: alertLabels, summary: LABELS }],
    ['Value', { type: 'sample value', summary: VALUE }],
    ['ExternalLabels', { type: externalLabels, summary: EXTERNAL_LABELS }],
    ['ExternalURL', { type: 'string', summary: EXTERNAL_URL }],
  ]),
};

const variables = new Map<string, Member>([
  ['$labels', { type: alertLabels, summary: LABELS }],
  ['$value', { type: 'sample value', summary: VALUE }],
  ['$externalLabels', { type: externalLabels, summary: EXTERNAL_LABELS }],
  ['$externalURL', { type: 'string', summary: EXTERNAL_URL }],
]);

const CONSOLE_ONLY = 'it exists in console templates only';

const dialects = new Map<string, TemplateDialect>();

/**
 * The templates of labels and annotations of alerting rules, as Prometheus `version` reads them
 * (model/rulefmt `testTemplateParsing`, rules/alerting.go). The same object for the same version.
 */
export function prometheusTemplates(version: readonly [number, number]): TemplateDialect {
  const key = version.join('.');
  const dialect = dialects.get(key) ?? makeDialect(version);
  dialects.set(key, dialect);
  return dialect;
}

function makeDialect(version: readonly [number, number]): TemplateDialect {
  const functions = new Map(goFunctions.map((info) => [info.name, info]));
  const unavailable = new Map([['tmpl', CONSOLE_ONLY]]);
  for (const info of prometheusFunctions) {
    if (info.since === undefined || !isLater(parseSince(info.since), version)) functions.set(info.name, info);
    else unavailable.set(info.name, `it came with Prometheus ${info.since}`);
  }
  return {
    program: 'Prometheus',
    version,
    functions,
    unavailable,
    variables,
    data,
    closed: true,
    examples: new Map(),
    go: goMinor(PROMETHEUS_BUILDS, version),
    shapes: [],
    link: `${PROMETHEUS_REFERENCE}#alert-field-templates`,
  };
}

import { ALERTMANAGER_REFERENCE, notificationTypes } from './alertmanager-data';
import { alertmanagerFunctions } from './alertmanager-functions';
import { goFunctions } from './builtins';
import { defaultTemplates } from './default-templates';
import type { TemplateDialect } from './dialect';
import type { TemplateFunction } from './function-info';
import { ALERTMANAGER_BUILDS, goMinor, isLater, parseSince } from './go-version';
import { notificationExamples } from './notification-examples';
import type { KnownTemplate, TemplateKnowledge } from './template-knowledge';

type Version = readonly [number, number];

const dialects = new Map<string, TemplateDialect>();

/**
 * The templates of notifications, as Alertmanager `version` (0.27 to 0.34) reads them: in the fields of
 * alertmanager.yml and in `.tmpl` files (template/template.go). The same object for the same version.
 */
export function alertmanagerTemplates(version: Version): TemplateDialect {
  const key = version.join('.');
  const dialect = dialects.get(key) ?? makeDialect(version);
  dialects.set(key, dialect);
  return dialect;
}

/** Names of Prometheus' functions, and what Alertmanager has instead. */
const OF_PROMETHEUS: readonly (readonly [name: string, instead?: string])[] = [
  ['query'],
  ['first'],
  ['value'],
  ['label'],
  ['strvalue'],
  ['sortByLabel'],
  ['humanize'],
  ['humanize1024'],
  ['humanizePercentage'],
  ['humanizeTimestamp'],
  ['toTime'],
  ['parseDuration'],
  ['stripPort', 'reReplaceAll ":.*" ""'],
  ['stripDomain'],
  ['graphLink'],
  ['tableLink'],
  ['externalURL', '.ExternalURL'],
  ['pathPrefix'],
  ['args', 'dict'],
];

function makeDialect(version: Version): TemplateDialect {
  const has = (since: string): boolean => !isLater(parseSince(since), version);
  const types = notificationTypes(has);
  const functions = new Map(
    goFunctions.map((info): [string, TemplateFunction] => {
      const example = notificationExamples.get(info.name) ?? info.example;
      // Details of Go's functions are about values in rules.
      return [info.name, { ...info, example, details: undefined }];
    }),
  );
  const unavailable = new Map(
    OF_PROMETHEUS.map(([name, instead]) => [
      name,
      `it exists in Prometheus' rules only${instead === undefined ? '' : `; write ${instead}`}`,
    ]),
  );
  for (const info of alertmanagerFunctions(types)) {
    const { name, since = '' } = info;
    if (has(since)) functions.set(name, info);
    else unavailable.set(name, `it came with Alertmanager ${since}`);
  }
  return {
    program: 'Alertmanager',
    examples: notificationExamples,
    version,
    functions,
    unavailable,
    variables: new Map(),
    data: types.data,
    closed: false,
    go: goMinor(ALERTMANAGER_BUILDS, version),
    shapes: [types.data, types.alert, types.pair],
    link: ALERTMANAGER_REFERENCE,
  };
}

/** The templates that Alertmanager `version` brings along. */
export function builtInTemplates(version: Version): TemplateKnowledge {
  const has = (since: string): boolean => !isLater(parseSince(since), version);
  const { data, alerts } = notificationTypes(has);
  const known = new Map(
    defaultTemplates
      .filter(({ since }) => since === undefined || has(since))
      .map(({ name, summary, takes }): [string, KnownTemplate] => [
        name,
        {
          name,
          summary: `${summary}\n\nA default of Alertmanager.`,
          takes: takes === 'alerts' ? alerts : data,
        },
      ]),
  );
  return { defined: (name) => known.get(name), names: () => known.keys() };
}

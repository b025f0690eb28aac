import type { CodePage } from '../../text/code-page';

/** The findings about rule files themselves, from which the pages in docs/checks are made. */
export const ruleCodes = {
  'rules/unknown-field': {
    title: 'Unknown field',
    explanation:
      'Prometheus knows a fixed set of fields for the file, for a group and for a rule, and refuses a file with any ' +
      'other, because a misspelt field would silently do nothing. Fields of Thanos, Mimir, Loki, VictoriaMetrics or ' +
      'Grafana belong into files that only those programs read. A field that is newer than the target version is ' +
      'unknown too.',
  },
  'rules/wrong-type': {
    title: 'Wrong type',
    explanation:
      'A field has a mapping, a list or a plain value where Prometheus expects another of these. The file and each ' +
      'group and rule are mappings, `groups` and `rules` are lists, `labels` and `annotations` map names to text, ' +
      'everything else is text or a number.',
  },
  'rules/missing-name': {
    title: 'Group without a name',
    explanation:
      'Every group needs a `name` that is not empty; Prometheus tells groups of one file apart by it.',
  },
  'rules/duplicate-group': {
    title: 'Group name repeated',
    explanation:
      'Two groups of one file have the same name. Prometheus keeps the state of alerts by file and group name, so ' +
      'it refuses such a file. Groups of different files may share a name.',
  },
  'rules/missing-kind': {
    title: 'Neither alert nor record',
    explanation:
      'A rule is an alerting rule with an `alert` or a recording rule with a `record`. One of the two must be there ' +
      'and not be empty.',
  },
  'rules/two-kinds': {
    title: 'Both alert and record',
    explanation:
      'A rule has both `alert` and `record`. Write two rules if you want both from one expression.',
  },
  'rules/missing-expr': {
    title: 'Rule without an expression',
    explanation: 'Every rule needs an `expr` with a PromQL expression that is not empty.',
  },
  'rules/alert-only-field': {
    title: 'Field of alerting rules in a recording rule',
    explanation:
      '`for`, `keep_firing_for` and `annotations` only make sense for alerts. Prometheus refuses them in a ' +
      'recording rule unless they are empty or zero.',
  },
  'rules/invalid-duration': {
    title: 'Invalid duration',
    explanation:
      'Durations are numbers with units from the biggest to the smallest: `y`, `w`, `d`, `h`, `m`, `s`, `ms`, each at ' +
      'most once, without spaces, signs or fractions: `30s`, `5m`, `1h30m`. Only `0` may stand without a unit.',
  },
  'rules/invalid-limit': {
    title: 'Invalid limit',
    explanation: '`limit` is a whole number without quotes; 0 means no limit.',
  },
  'rules/invalid-metric-name': {
    title: 'Invalid name of a recording rule',
    explanation:
      'The name that a recording rule stores its result under is a metric name. Braces are refused since Prometheus ' +
      '3.2, as they mean that an expression was put in the wrong place. With the legacy naming scheme only ' +
      '`[a-zA-Z_:][a-zA-Z0-9_:]*` is allowed.',
  },
  'rules/invalid-label-name': {
    title: 'Invalid label name',
    explanation:
      'A label name must not be empty and must not be `__name__`, which is set by `record`. With the legacy naming ' +
      'scheme only `[a-zA-Z_][a-zA-Z0-9_]*` is allowed.',
  },
  'rules/invalid-label-value': {
    title: 'Invalid label value',
    explanation: 'Label values must be valid UTF-8. Only a `!!binary` value can break that.',
  },
  'rules/invalid-annotation-name': {
    title: 'Invalid annotation name',
    explanation:
      'An annotation name must not be empty. With the legacy naming scheme only `[a-zA-Z_][a-zA-Z0-9_]*` is allowed.',
  },
  'rules/duplicate-rule': {
    title: 'Rule repeated',
    explanation:
      'Two rules of one file have the same name and the same labels. Two such recording rules write to the same ' +
      'series and disturb each other; two such alerting rules make alerts that Alertmanager cannot tell apart. ' +
      '`promtool check rules` warns of it too.',
  },
  'rules/ignored-document': {
    title: 'Document that Prometheus ignores',
    explanation:
      'Prometheus reads the first YAML document of a rule file only; what follows `---` is silently ignored. Put all ' +
      'groups in one document, or the others in files of their own.',
  },
} as const satisfies Record<string, CodePage>;

export type RuleCodeName = keyof typeof ruleCodes;

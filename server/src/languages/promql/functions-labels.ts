import { instant, row, scalar, text } from './function-rows';

const VECTOR = instant('Instant vector.');

const GRAPHS_UNSORTED = 'Matters for instant queries only; range queries have an order of their own.';

/** Functions on labels, on the presence and order of series, and between scalars and vectors. */
export const LABEL_FUNCTIONS = [
  row('label_replace', {
    parameters: [
      VECTOR,
      text('dst_label', 'Label to write.'),
      text(
        'replacement',
        'Its new value; `$1`, `$2`, `$name` stand for groups of the regex. Empty removes the label.',
      ),
      text('src_label', 'Label to read; `""` for none.'),
      text('regex', 'RE2, matched against the whole value.'),
    ],
    summary: 'Writes a label from what a regular expression finds in another.',
    details: 'A series whose label doesn’t match stays as it is.',
    example: 'label_replace(up, "host", "$1", "instance", "(.*):.*")',
  }),
  row('label_join', {
    parameters: [
      VECTOR,
      text('dst_label', 'Label to write.'),
      text('separator', 'Put between the values.'),
      text('src_label', 'Labels to read, in this order.'),
    ],
    variadic: -1,
    summary: 'Writes a label from the values of others, joined by a separator.',
    example: 'label_join(up, "target", "/", "job", "instance")',
  }),
  row('info', {
    parameters: [
      VECTOR,
      instant(
        'Braces with matchers only: which info metrics (`__name__`, `target_info` if left out) and which of ' +
          'their labels.',
        'data_label_selector',
      ),
    ],
    variadic: 1,
    experimental: true,
    since: '2.55',
    summary: 'Adds the labels of matching info metrics, such as `target_info`, to each series.',
    details:
      'Series are joined on `job` and `instance`. Shorter than `* on (job, instance) group_left (…) target_info`, ' +
      'and safe when the info series changes.',
    example: 'info(rate(http_server_request_duration_seconds_count[2m]), {k8s_cluster_name=~".+"})',
  }),
  row('absent', {
    parameters: [VECTOR],
    summary: '1 if the vector is empty, otherwise nothing.',
    details:
      'For alerts on series that don’t exist. The result has the labels that the selector pins with `=`; other ' +
      'expressions give it none.',
    example: 'absent(up{job="api"})',
  }),
  row('scalar', {
    parameters: [instant('Instant vector with exactly one series.')],
    returns: 'scalar',
    summary: 'Value of the only series of a vector, as a scalar.',
    details: '`NaN` if there are none or several.',
    example: 'node_load1 > scalar(sum(limit))',
  }),
  row('vector', {
    parameters: [scalar('s', 'A number.')],
    summary: 'A scalar as a vector: one series without labels.',
    details: '`… or vector(0)` gives 0 where an expression without labels has no result.',
    example: 'sum(rate(errors_total[5m])) or vector(0)',
  }),
  row('sort', {
    parameters: [VECTOR],
    summary: 'Series ordered by value, lowest first.',
    details: `Histogram samples are dropped. ${GRAPHS_UNSORTED}`,
    example: 'sort(node_load1)',
  }),
  row('sort_desc', {
    parameters: [VECTOR],
    summary: 'Series ordered by value, highest first.',
    details: `Histogram samples are dropped. ${GRAPHS_UNSORTED}`,
    example: 'sort_desc(node_load1)',
  }),
  row('sort_by_label', {
    parameters: [VECTOR, text('label', 'Labels to sort by, the most important first.')],
    variadic: -1,
    experimental: true,
    since: '2.49',
    summary: 'Series in natural order of the given labels’ values.',
    details: GRAPHS_UNSORTED,
    example: 'sort_by_label(up, "instance")',
  }),
  row('sort_by_label_desc', {
    parameters: [VECTOR, text('label', 'Labels to sort by, the most important first.')],
    variadic: -1,
    experimental: true,
    since: '2.49',
    summary: 'Series in reverse natural order of the given labels’ values.',
    details: GRAPHS_UNSORTED,
    example: 'sort_by_label_desc(up, "instance")',
  }),
];

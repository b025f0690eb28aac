import type { CodePage } from '../../text/code-page';

/** The findings about pages of samples, from which the pages in docs/checks are made. */
export const expositionCodes = {
  'metrics/exposition-line': {
    title: 'Line that Prometheus can’t read',
    explanation:
      'Each line of a page of samples is a sample (`name{label="value"} 1`, with a timestamp in milliseconds behind the ' +
      'value if there is one), or starts with `# HELP`, `# TYPE` or another comment. Prometheus drops the whole page at ' +
      'the first line that it can’t read, so no sample of it is stored. A page that ends with `# EOF` is read as ' +
      'OpenMetrics, which is stricter: one space between the parts, no empty lines, no other comments.',
  },
  'metrics/exposition-number': {
    title: 'Value or timestamp that is no number',
    explanation:
      'Values are decimal numbers, `+Inf`, `-Inf` or `NaN`. Timestamps are whole milliseconds without a sign in the text ' +
      'format, and seconds in OpenMetrics. A number that is too big for 64 bits is refused too.',
  },
  'metrics/exposition-type': {
    title: 'Unknown type of metric',
    explanation:
      'The text format knows `counter`, `gauge`, `histogram`, `summary` and `untyped`, in lower case, one space behind ' +
      'the name and with nothing behind them. OpenMetrics has `unknown` instead of `untyped`, and adds `info`, ' +
      '`stateset` and `gaugehistogram`.',
  },
  'metrics/exposition-name': {
    title: 'Sample whose names can’t be stored',
    explanation:
      'Every sample has one name that is not empty, and no label twice. Prometheus refuses the whole page otherwise. ' +
      'Where names are validated in the old way, names of other characters than letters, digits, `_` and `:` are ' +
      'refused as well.',
  },
  'metrics/exposition-unit': {
    title: 'Unit that the name does not end with',
    explanation:
      'In OpenMetrics the name of a metric with a unit ends with an underscore and the unit: `# UNIT request_seconds ' +
      'seconds`.',
  },
  'metrics/exposition-end': {
    title: 'Text behind the end of the page',
    explanation: '`# EOF` is the last line of a page in OpenMetrics. Nothing may stand behind it.',
  },
  'metrics/exposition-strict': {
    title: 'Page that promtool and the textfile collector refuse',
    explanation:
      'Prometheus takes this line when it scrapes the page, but other readers of the format do not: `promtool check ' +
      'metrics`, the Pushgateway and the textfile collector of the node exporter. They want one `# TYPE` and one ' +
      '`# HELP` a metric, `# TYPE` in front of its samples, only the escapes `\\\\`, `\\"` and `\\n`, label values on one ' +
      'line, numbers in `le` and `quantile`, and a line break at the end of the page.',
  },
} satisfies Record<string, CodePage>;

export type ExpositionCode = keyof typeof expositionCodes;

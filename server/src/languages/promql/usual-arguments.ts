/** Arguments that are usual for a parameter, by its name in the function tables, with what they mean. */
export const USUAL_ARGUMENTS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map<
  string,
  Readonly<Record<string, string>>
>([
  ['φ', { '0.5': 'median', '0.9': '90th percentile', '0.95': '95th percentile', '0.99': '99th percentile' }],
  ['φ_1', { '0.5': 'median', '0.9': '90th percentile' }],
  ['φ_2', { '0.95': '95th percentile', '0.99': '99th percentile' }],
  ['k', { 1: 'the first', 3: 'the first three', 5: 'the first five', 10: 'the first ten' }],
  ['t', { 3600: '1 hour', '4 * 3600': '4 hours', '24 * 3600': '1 day', '7 * 86400': '1 week' }],
  ['to_nearest', { '0.1': 'one decimal', '0.01': 'two decimals' }],
  ['r', { '0.1': '10 %', '0.5': '50 %' }],
  ['separator', { '","': 'comma', '"/"': 'slash', '"-"': 'hyphen' }],
  ['replacement', { '"$1"': 'first group of the regex' }],
  ['regex', { '"(.*)"': 'the whole value', '"(.*):.*"': 'what stands before the last colon' }],
  [
    'data_label_selector',
    { '{__name__="target_info"}': 'the usual info metric', '{__name__=~".+_info"}': 'all info metrics' },
  ],
]);

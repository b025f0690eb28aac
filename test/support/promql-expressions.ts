import * as fc from 'fast-check';

/** An expression in pieces, between which blanks and comments may stand. */
type Words = readonly string[];

const word = (...words: string[]) => fc.constantFrom(...words).map((text): Words => [text]);
const row = (...parts: (fc.Arbitrary<Words> | string)[]): fc.Arbitrary<Words> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant<Words>([part]) : part)))
    .map((words) => words.flat());
const nothing = fc.constant<Words>([]);
const maybe = (part: fc.Arbitrary<Words>) => fc.oneof(nothing, part);
/** `a , b , c` with at least one element. */
const list = (element: fc.Arbitrary<Words>, maxLength = 3) =>
  fc
    .array(element, { minLength: 1, maxLength })
    .map((elements): Words => elements.flatMap((words, i) => (i > 0 ? [',', ...words] : words)));

const metric = word(
  'up',
  'http_requests_total',
  'node_memory_MemAvailable_bytes',
  'job:errors:rate5m',
  'sum',
  'offset',
);
const label = word('job', 'instance', 'le', 'le', 'by', 'service', '"job"');
const value = word(
  '"a"',
  "'b'",
  '`c\\d`',
  '"5.."',
  '"a|b"',
  `'say "hi"'`,
  '"\\u00e9\\t\\xff"',
  '"é😀"',
  '""',
  '"#"',
);
const regex = word('"5.."', '"a|b"', "'.+'", '`\\d`', '""', '"é"');
const matcher = fc.oneof(row(label, word('=', '!='), value), row(label, word('=~', '!~'), regex));
const duration = word('5m', '1h30m', '90s', '300', '1d', '250ms', '0.5', '2w', '1y1d');
const number = word(
  '1',
  '0.05',
  '.5',
  '1e3',
  '0x1F',
  '1_000',
  '1e-7',
  '123456789.25',
  '1e21',
  'Inf',
  'nan',
  '5m',
  '90s',
);

const at = row(
  '@',
  fc.oneof(row(word('start', 'end', 'END'), '(', ')'), word('1700000000', '1.5', '-2.5', '1e3')),
);
const offset = row(word('offset', 'OFFSET'), fc.oneof(duration, row('-', duration)));
const modifiers = fc.oneof(nothing, nothing, at, offset, row(at, offset), row(offset, at));
const braces = row('{', list(matcher), maybe(word(',')), '}');
const series = fc.oneof(
  metric,
  row(metric, braces),
  row(metric, '{', '}'),
  row('{', 'job', '=', '"x"', ',', 'le', '!=', '"é"', '}'),
);
/** The bracket and the duration are one: no comment may stand between. */
const range = duration.map(([text = '']): Words => [`[${text}`]);

const labels = (element: fc.Arbitrary<Words>) => row('(', maybe(row(list(element), maybe(word(',')))), ')');
const clause = row(word('by', 'without', 'BY'), labels(label));
const matching = fc.oneof(
  nothing,
  row(word('on', 'ignoring'), labels(word('job', 'instance', 'le'))),
  row('on', '(', 'job', ')', word('group_left', 'group_right'), maybe(labels(word('version', 'team')))),
);

/** The first alternative of each kind is the one without recursion. */
const DEPTH = { maxDepth: 5, depthIdentifier: 'promql', withCrossShrink: true };

const vector = fc.letrec<{ vector: Words; matrix: Words; scalar: Words }>((tie) => ({
  matrix: fc.oneof(
    DEPTH,
    row(series, range, ']', modifiers),
    row('(', tie('vector'), ')', range, ':', maybe(duration), ']', modifiers),
  ),
  scalar: fc.oneof(
    DEPTH,
    number,
    row(word('-', '+'), number),
    row('time', '(', ')'),
    row(tie('scalar'), word('+', '-', '*', '/', '%', '^', 'atan2'), tie('scalar')),
    row('(', tie('scalar'), ')'),
    row('scalar', '(', tie('vector'), ')'),
  ),
  vector: fc.oneof(
    DEPTH,
    row(series, modifiers),
    row(word('rate', 'increase', 'max_over_time', 'absent_over_time'), '(', tie('matrix'), ')'),
    row(word('abs', 'absent', 'sort_desc'), '(', tie('vector'), ')'),
    row(word('clamp_max', 'round'), '(', tie('vector'), ',', tie('scalar'), ')'),
    row('histogram_quantile', '(', tie('scalar'), ',', tie('vector'), ')'),
    row('predict_linear', '(', tie('matrix'), ',', tie('scalar'), ')'),
    row('label_replace', '(', tie('vector'), ',', '"a"', ',', "'$1'", ',', '`b`', ',', '"(.*)"', ')'),
    row('vector', '(', tie('scalar'), ')'),
    row(word('sum', 'avg', 'Max', 'count'), clause, '(', tie('vector'), ')'),
    row(word('sum', 'min', 'GROUP'), '(', tie('vector'), ')', maybe(clause)),
    row(word('topk', 'quantile'), maybe(clause), '(', tie('scalar'), ',', tie('vector'), ')'),
    row(tie('vector'), word('+', '/', '^', 'atan2', '>'), matching, tie('vector')),
    row(tie('vector'), word('and', 'OR', 'unless'), maybe(row('on', labels(label))), tie('vector')),
    row(tie('vector'), word('*', '-', '>', '==', '<='), tie('scalar')),
    row(tie('scalar'), word('<', '!='), maybe(word('bool')), tie('vector')),
    row('(', tie('vector'), ')'),
    row(word('-', '+'), tie('vector')),
  ),
})).vector;

/** PromQL expressions of type instant vector that most versions of Prometheus accept, written in many ways. */
export const promqlExpression: fc.Arbitrary<string> = vector.map((words) => words.join(' '));

const blank = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\t\n', '\r\n');
const comment = fc.constantFrom(' # end of line\n', '\n  # own line\n', ' # é \r\n# and\n', '\n#\n');

/** The same with line breaks and comments between the words. */
export const commentedExpression: fc.Arbitrary<string> = fc
  .tuple(vector, fc.infiniteStream(fc.oneof({ weight: 4, arbitrary: blank }, comment)))
  .map(([words, between]) => {
    const next = () => String(between.next().value);
    return words.map((text) => next() + text).join('') + next();
  });

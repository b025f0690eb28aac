import { pick, type Random } from './seeded-random';

const TEXT_PAGE = `# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"} 3 1395066363000

# A comment
msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9
metric_without_timestamp_and_labels 12.47
something_weird{problem="division by zero"} +Inf 3982045
{"utf8.name", "a label"="x", b="y"} 1
# HELP http_request_duration_seconds A histogram with a \\\\ backslash.
# TYPE http_request_duration_seconds histogram
http_request_duration_seconds_bucket{le="0.05"} 24054
http_request_duration_seconds_bucket{le="+Inf"} 144320
http_request_duration_seconds_sum 53423
http_request_duration_seconds_count 144320
# TYPE rpc_duration_seconds summary
rpc_duration_seconds{quantile="0.01"} 3102
rpc_duration_seconds_sum 1.7560473e+07
rpc_duration_seconds_count 2693
# TYPE temperature gauge
temperature -3.5
# TYPE other untyped
other{} NaN
`;

const OPENMETRICS_PAGE = `# HELP foo_seconds The help with \\"quotes\\".
# TYPE foo_seconds counter
# UNIT foo_seconds seconds
foo_seconds_total{a="b"} 17.0 1520879607.789 # {trace_id="x",y="z"} 0.5 1520879607.789
foo_seconds_created{a="b"} 1520430000.123
# TYPE bar histogram
bar_bucket{le="0.5"} 4 # {} 0.2
bar_bucket{le="+Inf"} 5
bar_count 5
bar_sum 7.5
# TYPE build info
build_info{version="1.2"} 1
# TYPE state stateset
state{state="a"} 1
# TYPE "my.metric" gauge
{"my.metric","a label"="\\\\ \\n",b="c",} 1e3 -5
# TYPE gh gaugehistogram
gh_bucket{le="1"} 4
gh_gcount 5
# TYPE u unknown
u 3
# EOF
`;

/** Pages that are as they should be. */
export const PAGES = { text: TEXT_PAGE, openmetrics: OPENMETRICS_PAGE };

const INSERTED = [
  ...Array.from('"\\{}=,# \t\n\r:.-+0aeé_'),
  '  ',
  '""',
  'NaN',
  '{}',
  ',,',
  '\\x',
  '\n\n',
  '# TYPE http_requests_total gauge\n',
  '# HELP temperature x\n',
  '# UNIT temperature x\n',
  '# EOF\n',
  '1e999',
  '0x1p3',
  '1_0',
  'a="b"',
  '__name__="x"',
];

/** `page` with one to three places changed. */
export function mutated(page: string, random: Random): string {
  let text = page;
  for (let count = 1 + Math.floor(random() * 2); count > 0; count--) {
    const at = Math.floor(random() * text.length);
    const lines = text.split('\n');
    const line = Math.floor(random() * lines.length);
    switch (Math.floor(random() * 6)) {
      case 0:
        text = text.slice(0, at) + text.slice(at + 1);
        break;
      case 1:
      case 2:
        text = text.slice(0, at) + pick(random, INSERTED) + text.slice(at);
        break;
      case 3:
        text = text.slice(0, at) + pick(random, INSERTED) + text.slice(at + 1);
        break;
      case 4:
        text = lines.filter((_, index) => index !== line).join('\n');
        break;
      case 5:
        text = lines.toSpliced(Math.floor(random() * lines.length), 0, lines[line] ?? '').join('\n');
        break;
    }
  }
  return text;
}

// Rule files for the benchmark, made from a seed: the same everywhere, and like those that people write.

/** A generator of numbers in [0, 1): mulberry32, small and good enough to choose from lists. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SERVICES = [
  'api',
  'auth',
  'billing',
  'cart',
  'catalog',
  'checkout',
  'gateway',
  'mail',
  'orders',
  'search',
];
const SEVERITIES = ['info', 'warning', 'critical', 'page'];
const RANGES = ['1m', '2m', '5m', '10m', '15m', '30m', '1h', '6h', '1d'];
const WAITS = ['0m', '1m', '2m', '5m', '10m', '15m', '1h'];
const TEAMS = ['storage', 'platform', 'payments', 'edge', 'data'];

/** Each says what it is about, makes an expression for a service, a range and a number, and names a label that is left. */
const ALERTS = [
  ['Down', 'is down', (s) => `up{job="${s}"} == 0`, 'instance'],
  [
    'HighErrorRate',
    'answers too many requests with errors',
    (s, r, n) =>
      `sum by (instance) (rate(http_requests_total{job="${s}", status=~"5.."}[${r}])) / sum by (instance) (rate(http_requests_total{job="${s}"}[${r}])) * 100 > ${n}`,
    'instance',
  ],
  [
    'SlowRequests',
    'is slow at the 99th percentile',
    (s, r, n) =>
      `histogram_quantile(0.99, sum by (le, handler) (rate(http_request_duration_seconds_bucket{job="${s}"}[${r}]))) > ${n / 10}`,
    'handler',
  ],
  [
    'OutOfMemory',
    'has little memory left',
    (s, r, n) =>
      `(node_memory_MemAvailable_bytes{job="${s}"} / node_memory_MemTotal_bytes{job="${s}"} * 100 < ${n}) * on (instance) group_left (nodename) node_uname_info{nodename=~".+"}`,
    'nodename',
  ],
  [
    'DiskWillFill',
    'will run out of disk space',
    (s, r) =>
      `predict_linear(node_filesystem_avail_bytes{job="${s}", fstype!~"tmpfs|ramfs|overlay"}[${r}], 4 * 3600) < 0 and on (instance, device, mountpoint) node_filesystem_readonly == 0`,
    'mountpoint',
  ],
  [
    'Restarts',
    'restarts often',
    (s, r, n) => `increase(kube_pod_container_status_restarts_total{container="${s}"}[${r}]) > ${n}`,
    'pod',
  ],
  ['Flapping', 'changes its state often', (s, r, n) => `changes(up{job="${s}"}[${r}]) > ${n}`, 'instance'],
  [
    'CpuSaturated',
    'uses most of its processors',
    (s, r, n) =>
      `100 - (avg by (instance) (rate(node_cpu_seconds_total{job="${s}", mode="idle"}[${r}])) * 100) > ${50 + (n % 50)}`,
    'instance',
  ],
  ['NoData', 'sends no metrics', (s) => `absent(up{job="${s}"})`, 'job'],
  [
    'QueueGrows',
    'takes in more than it works off',
    (s, r, n) =>
      `sum without (instance, pod) (delta(queue_messages_ready{job="${s}", queue!~"dead-.*"}[${r}])) > ${n} unless on (job) maintenance_mode == 1`,
    'queue',
  ],
  [
    'CertificateExpires',
    'has a certificate that expires soon',
    (s, r, n) => `(probe_ssl_earliest_cert_expiry{job="${s}"} - time()) / 86400 < ${n}`,
    'instance',
  ],
  [
    'TrafficDropped',
    'gets much less traffic than a week ago',
    (s, r) =>
      `sum by (job) (rate(http_requests_total{job="${s}"}[${r}])) < 0.5 * sum by (job) (rate(http_requests_total{job="${s}"}[${r}] offset 1w))`,
    'job',
  ],
];

const RECORDS = [
  ['requests:rate', (s, r) => `sum by (job, status) (rate(http_requests_total{job="${s}"}[${r}]))`],
  [
    'latency:p95',
    (s, r) =>
      `histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{job="${s}"}[${r}])))`,
  ],
  [
    'cpu:usage',
    (s, r) => `1 - avg by (instance) (rate(node_cpu_seconds_total{job="${s}", mode="idle"}[${r}]))`,
  ],
];

/** YAML notations of an expression, as files have them: plain where possible, quoted, and over several lines. */
function scalar(expression, next) {
  const choice = next();
  if (choice < 0.5) return `'${expression.replaceAll("'", "''")}'`;
  const lines = expression.split(/ (?=and |unless |\/ |\* on|< 0\.5)/);
  if (choice < 0.65 || lines.length > 2) return `|\n${lines.map((line) => `          ${line}`).join('\n')}`;
  if (choice < 0.75) return `>-\n${lines.map((line) => `          ${line}`).join('\n')}`;
  return expression;
}

function alertRule(number, next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const service = pick(SERVICES);
  const [name, what, expression, label] = pick(ALERTS);
  const title = `${service[0].toUpperCase()}${service.slice(1)}`;
  const comment = next() < 0.2 ? `    # ${pick(WAITS)} lets a restart pass without an alert.\n` : '';
  return `${comment}    - alert: ${title}${name}${number}
      expr: ${scalar(expression(service, pick(RANGES), 1 + Math.floor(next() * 40)), next)}
      for: ${pick(WAITS)}
      labels:
        severity: ${pick(SEVERITIES)}
        team: ${pick(TEAMS)}
      annotations:
        summary: ${title} ${what} (${label} {{ $labels.${label} }})
        description: "${title} at {{ $labels.${label} }} ${what}.\\n  VALUE = {{ $value | humanize }}\\n  LABELS = {{ $labels }}"
        runbook_url: https://runbooks.example.com/${service}/${name.toLowerCase()}
`;
}

function recordingRule(number, next) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const [name, expression] = pick(RECORDS);
  const range = pick(RANGES);
  return `    - record: service${number}:${name}${range}
      expr: ${scalar(expression(pick(SERVICES), range), next)}
      labels:
        team: ${pick(TEAMS)}
`;
}

/** The text of one valid rule file with `rules` rules in groups of about ten; one in `recordEvery`, if any, records. */
export function ruleFile(rules, seed, { recordEvery = 0 } = {}) {
  const next = random(seed);
  const parts = ['# Made by test/bench/generate.mjs\ngroups:\n'];
  for (let i = 0; i < rules; i++) {
    if (i % 10 === 0) parts.push(`\n  - name: group-${i / 10}\n    interval: 30s\n    rules:\n`);
    parts.push(i % recordEvery === 1 ? recordingRule(i, next) : alertRule(i, next));
    if (next() < 0.7) parts.push('\n');
  }
  return parts.join('');
}

/** An Alertmanager configuration with so many teams, each with a route and a receiver. */
function configFile(teams) {
  const names = Array.from({ length: teams }, (_, i) => `team-${i}`);
  const routes = names.map((name, i) =>
    [
      '    - matchers:',
      '        - severity=~"critical|warning"',
      `        - service="service-${i}"`,
      `      receiver: ${name}`,
      '      group_by: [alertname, cluster]',
      '      group_wait: 30s',
    ].join('\n'),
  );
  const receivers = names.map((name) =>
    [
      `  - name: ${name}`,
      '    slack_configs:',
      `      - channel: '#${name}'`,
      '        send_resolved: true',
      `        title: '{{ template "slack.default.title" . }}'`,
      '        text: |',
      '          {{ range .Alerts }}',
      '          {{ .Annotations.summary }}',
      '          {{ end }}',
    ].join('\n'),
  );
  const global = 'global:\n  slack_api_url: https://hooks.slack.com/services/x';
  const root = 'route:\n  receiver: team-0\n  group_by: [alertname]\n  routes:';
  return `${[global, root, ...routes, 'receivers:', ...receivers].join('\n')}\n`;
}

/** What the benchmark measures with: a file as big as all of awesome-prometheus-alerts, a huge one, and many. */
export const INPUTS = {
  config: () => configFile(335),
  /** About 496 KB. */
  large: () => ruleFile(899, 1),
  /** 10,000 rules, about 5 MB. */
  huge: () => ruleFile(10_000, 2, { recordEvery: 8 }),
  /** 1,000 files of 4.3 MB together. */
  many: () => Array.from({ length: 1000 }, (_, i) => ruleFile(8 + (i % 3), 1000 + i, { recordEvery: 5 })),
  one: () => ruleFile(10, 3),
};

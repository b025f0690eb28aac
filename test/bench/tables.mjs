// The figures as people read them.

const MEASURES = {
  open: 'open → diagnostics',
  edit: 'edit → diagnostics',
  completion: 'completion of a field',
  hover: 'hover on a field',
  expressionCompletion: 'completion in an expression',
  expressionHover: 'hover in an expression',
};

/** One row a measure, one column a server. */
export function serverTable(servers) {
  const names = Object.keys(servers);
  const [first] = Object.values(servers);
  const rows = [['server start', ...names.map((name) => figures(servers[name].start))]];
  for (const input of Object.keys(first).filter((key) => key !== 'start')) {
    for (const [measure, title] of Object.entries(MEASURES)) {
      rows.push([`${input}: ${title}`, ...names.map((name) => figures(servers[name][input][measure]))]);
    }
    rows.push([`${input}: memory`, ...names.map((name) => `${servers[name][input].rssMiB ?? '?'} MiB`)]);
  }
  return table(['Language server, p50 / p95 in ms', ...names], rows);
}

export function commandTable(commands) {
  const [first] = Object.values(commands);
  const names = Object.keys(first);
  const rows = Object.entries(commands).map(([input, of]) => [
    input,
    ...names.map((name) => `${milliseconds(of[name].min)} / ${milliseconds(of[name].p50)}`),
  ]);
  return table(['Command line, cold, min / median in ms', ...names], rows);
}

/** What it takes to know a repository of programs. */
export function repositoryTable({ first, again, meanwhile, edit }) {
  return table(
    ['A repository of 5,000 files, ms', ''],
    [
      ['all files known, the first time', milliseconds(first)],
      ['all files known, the next time', milliseconds(again)],
      ['a request meanwhile, p50 / p95', figures(meanwhile)],
      ['a request behind an edit of 100 KB without PromQL, p50 / p95', figures(edit)],
    ],
  );
}

/** What we want to reach, and whether we do. */
export function aimsTable({
  commands,
  repository,
  servers: { alertwright: own, 'yaml-language-server': peer },
}) {
  const large = '496 KB';
  const huge = '5 MB, 10,000 rules';
  const config = own['alertmanager.yml, 5,000 lines'];
  const many = commands['1,000 files of 4.3 MB'];
  const faster = peer[large].edit.p50 / own[large].edit.p50;
  const slower = many.alertwright.p50 / many.promtool.p50;
  const aims = [
    atMost('5,000 files known, seconds ≤ 5', repository.first / 1000, 5),
    ['server start < 150 ms', own.start.p50, own.start.p50 < 150],
    ['496 KB: edit → diagnostics, times faster than the peer ≥ 20', faster, faster >= 20],
    atMost('10,000 rules: edit → diagnostics, p95 ≤ 16 ms', own[huge].edit.p95, 16),
    atMost('10,000 rules: completion of a field, p95 ≤ 5 ms', own[huge].completion.p95, 5),
    atMost('10,000 rules: completion in an expression, p95 ≤ 5 ms', own[huge].expressionCompletion.p95, 5),
    atMost('10,000 rules: hover on a field, p95 ≤ 5 ms', own[huge].hover.p95, 5),
    atMost('10,000 rules: hover in an expression, p95 ≤ 5 ms', own[huge].expressionHover.p95, 5),
    atMost('10,000 rules: memory ≤ 250 MiB', own[huge].rssMiB ?? NaN, 250),
    atMost('alertmanager.yml: edit → diagnostics, p95 ≤ 5 ms', config.edit.p95, 5),
    atMost('alertmanager.yml: completion of a field, p95 ≤ 5 ms', config.completion.p95, 5),
    atMost('alertmanager.yml: hover on a matcher, p95 ≤ 5 ms', config.expressionHover.p95, 5),
    atMost('check of 1,000 files, time of promtool ≤ 1', slower, 1),
  ];
  const rows = aims.map(([aim, value, reached]) => [
    aim,
    value.toFixed(value < 10 ? 2 : 0),
    reached ? 'yes' : 'NO',
  ]);
  return table(['Aims', 'measured', 'reached'], rows);
}

function atMost(aim, value, most) {
  return [aim, value, value <= most];
}

function figures(value) {
  return typeof value === 'number'
    ? milliseconds(value)
    : `${milliseconds(value.p50)} / ${milliseconds(value.p95)}`;
}

function milliseconds(value) {
  return value.toFixed(value < 10 ? 1 : 0);
}

/** The first column on the left, the others on the right. */
function table(header, rows) {
  const widths = header.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return ['', line(header), rule, ...rows.map(line)].join('\n');
}

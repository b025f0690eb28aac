import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SampleAlert } from '../../server/src/languages/gotemplate/eval/sample';
import { oracle } from '../support/oracles';

/** The notification that both sides render: two alerts of one group, one of them resolved. */
export const alerts: readonly SampleAlert[] = [
  {
    status: 'firing',
    labels: {
      alertname: 'HighLatency',
      instance: 'web-1.example.org:9100',
      job: 'web',
      severity: 'critical',
    },
    annotations: {
      summary: 'Latency of <web> is "high" & rising',
      runbook: 'https://runbooks.example/latency?a=1&b=2',
    },
    startsAt: Date.UTC(2026, 0, 15, 9, 5, 7, 120),
    endsAt: Date.UTC(2026, 0, 15, 13, 5, 7),
    generatorURL: 'http://prometheus.example:9090/graph?g0.expr=up%7Bjob%3D%22web%22%7D+%3E+0&g0.tab=1',
    fingerprint: '0123456789abcdef',
  },
  {
    status: 'resolved',
    labels: {
      alertname: 'HighLatency',
      instance: 'web-2.example.org:9100',
      job: 'web',
      severity: 'warning',
      zone: 'eu-west',
    },
    annotations: {
      summary: 'Latency is fine again',
      runbook: 'https://runbooks.example/latency?a=1&b=2',
      größe: 'naïve 😀',
    },
    startsAt: Date.UTC(2026, 6, 1, 0, 0, 0),
    endsAt: Date.UTC(2026, 6, 1, 1, 30, 0),
    generatorURL: 'javascript:alert(1)',
    fingerprint: 'fedcba9876543210',
  },
];

export const receiver = 'team-web';
export const groupBy = ['alertname', 'job'];
export const externalURL = 'http://alertmanager.example:9093';

/** The same as amtool reads it. */
function dataFile(): string {
  const common = { alertname: 'HighLatency', job: 'web' };
  return JSON.stringify({
    receiver,
    status: 'firing',
    alerts: alerts.map(({ startsAt, endsAt = startsAt, ...alert }) => ({
      ...alert,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    })),
    notification_reason: 'first notification',
    groupLabels: common,
    commonLabels: common,
    commonAnnotations: { runbook: 'https://runbooks.example/latency?a=1&b=2' },
    externalURL,
  });
}

export interface AmtoolRender {
  readonly output?: string;
  readonly error?: string;
}

/** Templates in one run of amtool. */
const BATCH = 20;

const SEPARATOR = '\u0001\u0002';

/**
 * What `amtool template render` makes of each text. Texts of which `isFine` is true go through one run together, as
 * long as none of them fails.
 * @param files template files beside, by their names.
 */
export function amtoolRender(
  texts: readonly string[],
  type: 'text' | 'html',
  isFine: (text: string) => boolean,
  files: Readonly<Record<string, string>> = {},
): AmtoolRender[] {
  const folder = mkdtempSync(join(tmpdir(), 'alertwright-render-'));
  try {
    writeFileSync(join(folder, 'data.json'), dataFile());
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const run = (text: string, glob: string): AmtoolRender => amtool(folder, text, glob, type);
    const rendered = new Map<string, AmtoolRender>();
    const together = texts.filter((text) => isFine(text) && !/\{\{-?\s*(?:define|block)\b/.test(text));
    for (let from = 0; from < together.length; from += BATCH) {
      const batch = together.slice(from, from + BATCH);
      const name = `batch-${from}.txt`;
      writeFileSync(
        join(folder, name),
        batch.map((text, i) => `{{ define "batch ${i}" }}${text}{{ end }}`).join(''),
      );
      const calls = batch.map((_, i) => `{{ template "batch ${i}" . }}`).join(SEPARATOR);
      const parts = run(calls, `{*.tmpl,${name}}`).output?.split(SEPARATOR);
      if (parts?.length === batch.length)
        batch.forEach((text, i) => rendered.set(text, { output: parts[i] ?? '' }));
    }
    return texts.map((text) => rendered.get(text) ?? run(text, '*.tmpl'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function amtool(folder: string, text: string, glob: string, type: string): AmtoolRender {
  const globs = glob.replace(/[{}]/g, '').split(',');
  const args = ['template', 'render', ...globs.map((one) => `--template.glob=${join(folder, one)}`)];
  args.push(
    `--template.text=${text}`,
    `--template.type=${type}`,
    `--template.data=${join(folder, 'data.json')}`,
  );
  const { status, stdout, stderr, error } = spawnSync(oracle('amtool'), args, { encoding: 'utf8' });
  if (error) throw error;
  return status === 0 ? { output: stdout } : { error: stderr.trim() };
}

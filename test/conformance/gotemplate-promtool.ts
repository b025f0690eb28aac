import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oracle } from '../support/oracles';

/** Alerts in one unit test; promtool's time grows with their square. */
const BATCH = 50;

/**
 * Why promtool refuses each template as an annotation of an alert `A`, in order; `undefined` where it accepts. One
 * rule file holds them all: promtool names the rule of each fault.
 */
export function refusals(templates: readonly string[]): (string | undefined)[] {
  return inFolder((folder) => {
    writeFileSync(
      join(folder, 'rules.yml'),
      ruleFile(templates, () => 'A'),
    );
    const { stderr } = promtool(folder, ['check', 'rules', '--lint=none', 'rules.yml']);
    const reasons = new Map<number, string>();
    for (const [, rule, reason] of stderr.matchAll(/rule (\d+), "A": annotation "text": (.*)/g)) {
      reasons.set(Number(rule) - 1, reason ?? '');
    }
    if (reasons.size === 0 && stderr !== '') throw new Error(stderr);
    return templates.map((_, index) => reasons.get(index));
  });
}

/**
 * What each template becomes when its alert fires, for a series `up{instance="a:9090",job="j"}` with the value 1.5;
 * a template that fails becomes `<error expanding template: …>`.
 */
export function expansions(templates: readonly string[]): (string | undefined)[] {
  const expanded: (string | undefined)[] = [];
  for (let from = 0; from < templates.length; from += BATCH) {
    expanded.push(...expandBatch(templates.slice(from, from + BATCH)));
  }
  return expanded;
}

function expandBatch(templates: readonly string[]): (string | undefined)[] {
  return inFolder((folder) => {
    writeFileSync(
      join(folder, 'rules.yml'),
      ruleFile(templates, (index) => `A${index}`),
    );
    const tests = templates.map((_, index) => `      - {eval_time: 1m, alertname: A${index}}\n`).join('');
    const series = `      - {series: 'up{instance="a:9090",job="j"}', values: 1.5 1.5 1.5}\n`;
    const test = `rule_files: [rules.yml]\ntests:\n  - interval: 1m\n    input_series:\n${series}    alert_rule_test:\n${tests}`;
    writeFileSync(join(folder, 'test.yml'), test);
    const { stdout, stderr } = promtool(folder, ['test', 'rules', 'test.yml']);
    const found = new Map<number, string>();
    const alert = /alertname="A(\d+)".*?\}\s*Annotations:\{text=(".*?")\}\n/gs;
    for (const [, index, text] of `${stdout}${stderr}`.matchAll(alert)) found.set(Number(index), text ?? '');
    return templates.map((_, index) => found.get(index));
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'alertwright-templates-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function promtool(folder: string, args: readonly string[]): { stdout: string; stderr: string } {
  const run = spawnSync(oracle('promtool'), args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  return run;
}

function ruleFile(templates: readonly string[], name: (index: number) => string): string {
  const rules = templates.map((template, index) => {
    return `      - {alert: ${name(index)}, expr: up > 0, annotations: {text: ${yamlString(template)}}}\n`;
  });
  return `groups:\n  - name: g\n    rules:\n${rules.join('')}`;
}

/** A double-quoted scalar that go-yaml reads as `text`. */
function yamlString(text: string): string {
  const escaped = text.replace(/["\\]|[^ -~]/gu, (c) => {
    return /["\\]/.test(c) ? `\\${c}` : `\\U${(c.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;
  });
  return `"${escaped}"`;
}

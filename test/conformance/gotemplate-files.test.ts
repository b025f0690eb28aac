import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { alertmanagerTemplates } from '../../server/src/languages/gotemplate/alertmanager';
import { parseTemplate } from '../../server/src/languages/gotemplate/parse';
import { oracle } from '../support/oracles';
import { template } from './gotemplate-mutations';
import { seededRandom } from './seeded-random';

/** The installed amtool is 0.33. */
const dialect = alertmanagerTemplates([0, 33]);

/** How many files are made, and from which seed; more of them now and then find more. */
const COUNT = Number(process.env.ALERTWRIGHT_MUTANTS ?? 500);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_125);

/** Why amtool refuses configurations with each template file, in order; `undefined` where it accepts. */
function refusals(templates: readonly string[]): (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'alertwright-tmpl-'));
  try {
    templates.forEach((text, i) => {
      writeFileSync(join(folder, `${i}.tmpl`), text);
      const config = `route: {receiver: r}\nreceivers: [{name: r}]\ntemplates: [${i}.tmpl]\n`;
      writeFileSync(join(folder, `${i}.yml`), config);
    });
    const args = ['check-config', ...templates.map((_, i) => `${i}.yml`)];
    const run = spawnSync(oracle('amtool'), args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (run.error) throw run.error;
    const sections = run.stdout.split(/^Checking '/m).slice(1);
    const failed = sections.map((section) => /FAILED: (.*)/s.exec(section)?.[1]);
    expect(failed.length).toBe(templates.length);
    return failed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('refuses the template files that amtool refuses', () => {
  const random = seededRandom(SEED);
  const made = Array.from({ length: COUNT }, () => template(random)).map((text) =>
    text.replaceAll('query "up"', 'stringSlice "up"').replaceAll(/\$(?=labels|value|externalLabels)/g, '.'),
  );
  const templates = [...new Set(made)];
  const theirs = refusals(templates);
  const differences = templates.flatMap((text, i) => {
    const ours = parseTemplate(text, dialect, `${i}.tmpl`).faults.map(({ message }) => message);
    return ours.length > 0 === (theirs[i] !== undefined)
      ? []
      : [{ text, ours, theirs: theirs[i] ?? 'accepted' }];
  });
  expect(differences).toEqual([]);
  const share = theirs.filter((refused) => refused !== undefined).length / templates.length;
  expect(share).toBeGreaterThan(0.3);
  expect(share).toBeLessThan(0.9);
});

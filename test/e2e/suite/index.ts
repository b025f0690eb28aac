import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/**
 * What VS Code calls, in the browser and on the desktop alike: runs every test file beside this one, and writes what
 * came out of it to `ALERTWRIGHT_E2E_RESULTS`.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, reporter: Mocha.reporters.Base });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  }
  const tests: { title: string; error?: string }[] = [];
  const failures = await new Promise<number>((resolve) => {
    mocha
      .run(resolve)
      .on('pass', (test) => tests.push({ title: test.fullTitle() }))
      .on('fail', (test, error: Error) =>
        tests.push({ title: test.fullTitle(), error: error.stack ?? error.message }),
      );
  });
  const results = process.env.ALERTWRIGHT_E2E_RESULTS;
  if (results !== undefined) writeFileSync(results, JSON.stringify(tests));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

// npm run test:desktop: the same suite in the desktop VS Code, which is downloaded when it is not there.
// ALERTWRIGHT_VSCODE names an executable to use instead, or a version to download.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../../scripts/run.mjs';
import { buildSuite, prepareRun, suite } from './build.mjs';
import { report } from './results.mjs';

const wanted = process.env.ALERTWRIGHT_VSCODE ?? 'stable';

await buildSuite();
const { workspace, results, clean } = await prepareRun();
try {
  await runTests({
    ...(existsSync(wanted) ? { vscodeExecutablePath: wanted } : { version: wanted }),
    extensionDevelopmentPath: root,
    extensionTestsPath: suite,
    extensionTestsEnv: { ALERTWRIGHT_E2E_RESULTS: results },
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--disable-workspace-trust',
      `--user-data-dir=${join(workspace, '..', 'data')}`,
    ],
  });
} catch (error) {
  // A failed test makes VS Code's exit status bad; which one, the results tell.
  if (!existsSync(results)) throw error;
}
const { passed, failed } = await report(results);
await clean();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

// npm test: everything that must hold. Installs what is missing, runs all of it even when something fails, and ends
// with one line that sums up.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInBrowser } from '../test/e2e/run-browser.mjs';
import { installBrowser } from './install-browser.mjs';
import { installOracles } from './install-oracles.mjs';
import { installVscode } from './install-vscode.mjs';
import { status } from './run.mjs';

/** Each step gives the numbers of tests that passed and failed; one without tests counts only when it fails. */
const steps = {
  'Reference programs': async () => void (await installOracles()),
  Browser: async () => void (await installBrowser()),
  'VS Code': async () => void (await installVscode()),
  Types: () => npmRun('typecheck'),
  Style: () => npmRun('lint'),
  Bundles: () => npmRun('build'),
  'Tests without an editor': vitest,
  'Tests in VS Code': runInBrowser,
};

const total = { passed: 0, failed: 0 };
for (const [name, step] of Object.entries(steps)) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const { passed, failed } = await outcome(step);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${failed === 0 ? 'done' : 'FAILED'} in ${seconds} s`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function outcome(step) {
  try {
    return (await step()) ?? { passed: 0, failed: 0 };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  }
}

async function npmRun(script) {
  const code = await status('npm', ['run', '--silent', script]);
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

async function vitest() {
  const folder = await mkdtemp(join(tmpdir(), 'alertwright-unit-'));
  const results = join(folder, 'results.json');
  try {
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${results}`];
    const code = await status('npm', ['run', '--silent', 'test:unit', '--', ...reporters]);
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(results, 'utf8'));
    // A file that could not be loaded has no test that failed.
    return { passed: numPassedTests, failed: Math.max(numFailedTests, code === 0 ? 0 : 1) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// npm run test:e2e: the suite in a real VS Code, which runs in a browser without a window.
import { existsSync } from 'node:fs';
import { isMain, root } from '../../scripts/run.mjs';
import { serveVscode } from '../../scripts/serve-vscode.mjs';
import { openBrowser } from './browser.mjs';
import { buildSuite, prepareRun, suite } from './build.mjs';
import { testPanels } from './panels.mjs';
import { report } from './results.mjs';

const SUITE_SECONDS = 300;

/** Runs the suite against dist/; gives the numbers of tests that passed and failed. */
export async function runInBrowser() {
  await buildSuite();
  const { workspace, results, clean } = await prepareRun();
  const vscode = await serveVscode({ env: { ALERTWRIGHT_E2E_RESULTS: results } });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const ended = await suiteEnd(page);
    await page.goto(vscode.address(workspace, { extensionDevelopmentPath: root, extensionTestsPath: suite }));
    const errors = await ended();
    await page.close();
    // VS Code logs errors in the best of runs, so they are shown only when they may explain something.
    if (!existsSync(results)) console.error(errors.join('\n'));
    const inside = await report(results);
    const seen = await testPanels(vscode, browser);
    return { passed: inside.passed + seen.passed, failed: inside.failed + seen.failed };
  } finally {
    await browser.close();
    await vscode.stop();
    await clean();
  }
}

/**
 * Gives VS Code the functions by which it tells its end. The answer waits for that, but not for ever, and gives the
 * errors that were logged until then.
 */
async function suiteEnd(page) {
  const errors = [];
  let tellEnd;
  const end = new Promise((resolve) => (tellEnd = resolve));
  await page.exposeFunction('codeAutomationExit', tellEnd);
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (type === 'error') errors.push(args.join(' '));
  });
  return async () => {
    const timer = setTimeout(tellEnd, SUITE_SECONDS * 1000);
    await end;
    clearTimeout(timer);
    return errors;
  };
}

if (isMain(import.meta.url)) {
  const { passed, failed } = await runInBrowser();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

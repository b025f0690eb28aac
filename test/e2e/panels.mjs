/* global DataTransfer, ClipboardEvent -- of the browser that the functions for it run in */
// What a person sees of the side bar's tree and of the panels, which no test inside VS Code can look into.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { prepareRun } from './build.mjs';

const PATIENCE_SECONDS = 60;

/** The page of the panel in front. */
export function panelOf(page) {
  return page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
}

/** Runs a command by its title, as people do. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** Each test goes on where the one before it stopped. */
const tests = {
  'the code lens over an alert opens the panel with its labels': async ({ page, panel }) => {
    await page.locator('.codelens-decoration a', { hasText: '→ mail' }).click();
    await panel.getByText('Notifies mail.').waitFor();
    const values = await panel
      .locator('.label-row input')
      .evaluateAll((inputs) => inputs.map(({ value }) => value));
    assert.deepEqual(values.slice(0, 4), ['alertname', 'NoTraffic', 'severity', 'warning']);
  },
  'another label shows another way at once': async ({ panel }) => {
    await panel.getByLabel('Value of severity').fill('critical');
    await panel.getByText('Notifies pager and mail.').waitFor();
    await panel
      .locator('.trace .reached', { hasText: 'severity="critical"' })
      .getByText('continue')
      .waitFor();
  },
  'labels that are pasted become rows': async ({ page, panel }) => {
    await panel
      .locator('.label-row input')
      .last()
      .evaluate((input) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'alertname="DbDown", env=test');
        const name = input.closest('.label-row').querySelector('input');
        name.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      });
    await panel.getByText('Notifies pager.').waitFor();
    assert.equal(await panel.getByLabel('Value of env').inputValue(), 'test');
    await page.keyboard.press('Escape');
  },
  'the tree has the routes and marks those that are reached': async ({ page }) => {
    await page.locator('.activitybar [aria-label^="Alertwright"]').first().click();
    const rows = page.locator('.pane-body .monaco-list-row');
    await rows.filter({ hasText: 'alertname="DbDown"' }).filter({ hasText: '● → pager' }).waitFor();
    const texts = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    assert.equal(texts.length, 5, texts.join('\n'));
    assert.match(texts[2], /^severity="critical" ?● → pager · continue$/);
  },
  'a click in the tree shows the route, whose lines are marked': async ({ page }) => {
    await page.locator('.pane-body .monaco-list-row', { hasText: 'alertname="DbDown"' }).click();
    await page.locator('.tab.active', { hasText: 'alertmanager.yml' }).waitFor();
    await page.locator('.view-overlays [class*="ced-"]').first().waitFor();
  },
  'the code lens over a receiver opens its preview': async ({ page, panel }) => {
    await page.locator('.editor-instance .view-line', { hasText: 'alertname="DbDown"' }).waitFor();
    await page.locator('.codelens-decoration a', { hasText: 'Preview notification' }).first().click();
    await panel.locator('.slack .title', { hasText: '2 of InstanceDown' }).waitFor();
    await panel.locator('.slack strong', { hasText: 'bold' }).waitFor();
  },
  'text that looks like HTML stays text': async ({ panel }) => {
    await panel.locator('.slack', { hasText: 'Hostile: <img src=x onerror=alert(1)>' }).waitFor();
    assert.equal(await panel.locator('img').count(), 0);
  },
  'the preview follows its sample': async ({ panel }) => {
    await panel.locator('.sample > summary').click();
    for (const field of await panel.getByLabel('Value of alertname').all()) await field.fill('Changed');
    await panel.locator('.slack .title', { hasText: '2 of Changed' }).waitFor();
  },
  'the preview follows typing': async ({ page, panel }) => {
    await page.locator('.editor-instance .view-line', { hasText: 'Hostile' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(' and {{ .Nothing');
    await page.keyboard.type(' }}');
    await panel.locator('.slack .note.error', { hasText: 'Nothing' }).waitFor();
  },
  'the body of an e-mail is shown in a frame that can run nothing': async ({ page, panel }) => {
    await page.locator('.codelens-decoration a', { hasText: 'Preview notification' }).last().click();
    await panel.frameLocator('iframe.html').locator('h1', { hasText: '2 alerts' }).waitFor();
    assert.equal(await panel.locator('iframe.html').getAttribute('sandbox'), '');
  },
};

/** Runs the tests in a VS Code that serveVscode.mjs started; gives how many passed and failed. */
export async function testPanels(vscode, browser) {
  const { workspace, clean } = await prepareRun();
  const page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
  page.setDefaultTimeout(PATIENCE_SECONDS * 1000);
  const openFile = join(workspace, 'rules', 'alerts.rules.yml');
  await page.goto(vscode.address(workspace, { extensionDevelopmentPath: root, openFile: `${openFile}:1:1` }));
  let passed = 0;
  let failed = 0;
  for (const [title, test] of Object.entries(tests)) {
    try {
      await test({ page, panel: panelOf(page) });
      passed += 1;
      console.log(`  ✓ ${title}`);
    } catch (error) {
      failed += 1;
      console.log(`  ✗ ${title}\n${String(error.stack).replace(/^/gm, '      ')}`);
      break;
    }
  }
  await page.close();
  await clean();
  return { passed, failed };
}

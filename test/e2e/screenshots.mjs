// Makes the pictures of the README, or those that are named: what a person sees of the examples in a real VS Code. Run
// it and look at them.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { serveVscode } from '../../scripts/serve-vscode.mjs';
import { openBrowser } from './browser.mjs';
import { panelOf } from './panels.mjs';

const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.layoutControl.enabled': false,
  'workbench.startupEditor': 'none',
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 14,
  'editor.scrollBeyondLastLine': false,
  // The example's packages aren't installed.
  'typescript.validate.enable': false,
};
const ALERTS = 'monitoring/rules/services.alerts.yml';
const ALERTMANAGER = 'monitoring/alertmanager.yml';

/**
 * Each picture: which example, how to change it, where to put the cursor, whether the side bar stays, what shows that
 * the server has read the file, what to do then, and what must be seen in the end.
 */
const pictures = {
  squiggles: {
    change: [
      ['service:http_errors:ratio_rate5m > 0.05', 'sum by (service) (rate(http_errors_total)) > 0.05'],
      ['for: 10m', 'form: 10m'],
    ],
    cursor: 'groups:',
    ready: '.squiggly-error',
    act: (page) => page.keyboard.press('Control+Shift+M'),
    seen: '.markers-panel .monaco-list-row',
  },
  hover: {
    cursor: 'sum by (service) (increase',
    ready: 'text={service}',
    act: (page) => page.getByText('sum', { exact: true }).hover(),
    seen: '.monaco-hover .hover-contents',
  },
  completion: {
    change: [
      ['expr: sum by (service) (increase(db_connection_errors_total[5m])) > 5', 'expr: sum by (service) ()'],
    ],
    cursor: 'sum by (service) (',
    atEnd: true,
    ready: '.squiggly-error',
    act: async (page) => {
      await page.keyboard.type('histo', { delay: 60 });
      await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
      await page.keyboard.press('Control+Space');
    },
    seen: '.suggest-details-container',
  },
  alertmanager: {
    file: ALERTMANAGER,
    change: [
      ['receiver: slack-critical', 'receiver: slack-critcal'],
      ['service =~ "checkout|payments"', 'service =~ "checkout|(payments"'],
      ['group_by: [alertname, instance]', 'group_by: [alertname, alertname]'],
    ],
    cursor: 'active_time_intervals',
    ready: '.squiggly-error',
    act: async (page) => {
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();
      await page.locator('.view-line', { hasText: 'office-hours' }).getByText('office-hours').first().hover();
    },
    seen: '.monaco-hover .hover-contents',
  },
  'quick-fix': {
    file: ALERTMANAGER,
    change: [
      ['receiver: slack-critical', 'receiver: slack-critcal'],
      ['routing_key_file:', 'routing_key_fiel:'],
      ['      - channel:', '      - chanel:'],
    ],
    cursor: 'slack-critcal',
    ready: '.squiggly-error',
    act: async (page) => {
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();
      await page
        .locator('.view-line', { hasText: 'slack-critcal' })
        .getByText('slack-critcal')
        .first()
        .click();
      await page.keyboard.press('Control+.');
    },
    seen: '.action-widget:has-text("Rename to slack-critical")',
  },
  typescript: {
    file: 'service/src/report.ts',
    change: [
      ['[${window}]))\n    /', '))\n    /'],
      ['le) (rate(http_request_duration_seconds_bucket', 'le) (rate(http_request_duraton_seconds_bucket'],
    ],
    cursor: 'import',
    ready: '.squiggly-error',
    act: async (page) => {
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel .monaco-list-row').first().waitFor();
      await page
        .locator('.view-line', { hasText: 'histogram_quantile' })
        .getByText('histogram_quantile')
        .first()
        .hover();
    },
    seen: '.monaco-hover .hover-contents',
  },
  metric: {
    file: 'service/src/metrics.ts',
    cursor: 'collectDefaultMetrics();',
    ready: '.codelens-decoration a:has-text("recording rule")',
    act: (page) =>
      page
        .locator('.view-line', { hasText: 'http_requests_total' })
        .getByText('http_requests_total')
        .first()
        .hover(),
    seen: '.monaco-hover .hover-contents',
  },
  routing: {
    viewport: { width: 1560, height: 900 },
    cursor: 'groups:',
    hasSideBar: true,
    ready: '.codelens-decoration a:has-text("pagerduty")',
    act: async (page) => {
      await page.locator('.activitybar [aria-label^="Alertwright"]').first().click();
      await page.locator('.codelens-decoration a', { hasText: 'pagerduty' }).first().click();
      const panel = panelOf(page);
      await panel.getByLabel('Name of the label').last().fill('service');
      await panel.getByLabel('Value of service').fill('checkout');
      await panel.getByText('Notifies pagerduty and slack-payments.').waitFor();
      await page.locator('.pane-body .monaco-list-row', { hasText: 'payments' }).first().click();
    },
    seen: '.tab.active:has-text("alertmanager.yml")',
  },
  preview: {
    file: ALERTMANAGER,
    viewport: { width: 1460, height: 820 },
    cursor: 'name: slack-critical',
    ready: '.codelens-decoration a:has-text("Preview notification")',
    act: async (page) => {
      const lens = page.locator('.codelens-decoration a', { hasText: 'Preview notification' });
      await lens.nth(1).click();
      await panelOf(page).locator('.slack .attachment').waitFor();
    },
    seen: '.tab.active:has-text("Preview")',
  },
};
const named = process.argv.slice(2);

await mkdir(join(root, 'docs', 'images'), { recursive: true });
const vscode = await serveVscode();
const browser = await openBrowser();
try {
  for (const [name, picture] of Object.entries(pictures)) {
    if (named.length === 0 || named.includes(name)) await take(name, picture);
  }
} finally {
  await browser.close();
  await vscode.stop();
}

async function take(name, picture) {
  const { change = [], cursor, atEnd = false, hasSideBar = false, ready, act, seen } = picture;
  const parent = await mkdtemp(join(tmpdir(), 'alertwright-picture-'));
  const folder = join(parent, 'examples');
  await cp(join(root, 'examples'), folder, { recursive: true });
  await mkdir(join(folder, '.vscode'));
  const settings = { ...SETTINGS, 'workbench.activityBar.location': hasSideBar ? 'default' : 'hidden' };
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  const file = join(folder, picture.file ?? ALERTS);
  const text = change.reduce((before, [from, to]) => before.replace(from, to), await readFile(file, 'utf8'));
  await writeFile(file, text);

  const offset = text.indexOf(cursor) + (atEnd ? cursor.length : 0);
  const before = text.slice(0, offset).split('\n');
  const openFile = `${file}:${before.length}:${before.at(-1).length + 1}`;
  const page = await browser.newPage({ viewport: picture.viewport ?? { width: 1280, height: 800 } });
  page.setDefaultTimeout(120_000);
  await page.goto(vscode.address(folder, { extensionDevelopmentPath: root, openFile }));
  await page.locator(ready).first().waitFor();
  // What other extensions have to say on this machine.
  await page.addStyleTag({ content: '.notifications-toasts { display: none !important }' });
  if (!hasSideBar) await page.keyboard.press('Control+B');
  await act(page);
  await page.locator(seen).filter({ visible: true }).first().waitFor();
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(root, 'docs', 'images', `${name}.png`) });
  await page.close();
  await rm(parent, { recursive: true, force: true });
}

// Makes the pictures of the README: what a person sees of the examples in a real VS Code. Run it and look at them.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/run.mjs';
import { serveVscode } from '../../scripts/serve-vscode.mjs';
import { openBrowser } from './browser.mjs';

const SETTINGS = {
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.startupEditor': 'none',
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 14,
  'editor.scrollBeyondLastLine': false,
};
const ALERTS = 'monitoring/rules/services.alerts.yml';

/**
 * Each picture: how to change the example, where to put the cursor, what shows that the server has read the file, what
 * to do then, and what must be seen in the end.
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
};

await mkdir(join(root, 'docs', 'images'), { recursive: true });
const vscode = await serveVscode();
const browser = await openBrowser();
try {
  for (const [name, picture] of Object.entries(pictures)) await take(name, picture);
} finally {
  await browser.close();
  await vscode.stop();
}

async function take(name, { change = [], cursor, atEnd = false, ready, act, seen }) {
  const parent = await mkdtemp(join(tmpdir(), 'alertwright-picture-'));
  const folder = join(parent, 'examples');
  await cp(join(root, 'examples'), folder, { recursive: true });
  await mkdir(join(folder, '.vscode'));
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(SETTINGS));
  const file = join(folder, ALERTS);
  const text = change.reduce((before, [from, to]) => before.replace(from, to), await readFile(file, 'utf8'));
  await writeFile(file, text);

  const offset = text.indexOf(cursor) + (atEnd ? cursor.length : 0);
  const before = text.slice(0, offset).split('\n');
  const openFile = `${file}:${before.length}:${before.at(-1).length + 1}`;
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(120_000);
  await page.goto(vscode.address(folder, { extensionDevelopmentPath: root, openFile }));
  await page.locator(ready).first().waitFor();
  await page.keyboard.press('Control+B');
  await act(page);
  await page.locator(seen).filter({ visible: true }).first().waitFor();
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(root, 'docs', 'images', `${name}.png`) });
  await page.close();
  await rm(parent, { recursive: true, force: true });
}

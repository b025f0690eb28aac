// Renders images/icon.svg to the PNG that the manifest needs.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../test/e2e/browser.mjs';
import { root } from './run.mjs';

const icon = join(root, 'images', 'icon');
const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
await page.setContent(`<body style="margin: 0">${await readFile(`${icon}.svg`, 'utf8')}</body>`);
await writeFile(`${icon}.png`, await page.screenshot({ omitBackground: true }));
await browser.close();

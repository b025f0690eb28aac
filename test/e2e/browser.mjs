// The browser without a window that shows VS Code to the suite and to the pictures.
import { chromium } from 'playwright-core';
import { installBrowser } from '../../scripts/install-browser.mjs';

export async function openBrowser() {
  return chromium.launch({
    executablePath: await installBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

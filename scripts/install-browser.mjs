// The browser that shows VS Code to the tests: one that is there, or Debian's Chromium.
import { findProgram, isMain, output } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser's path (`ALERTWRIGHT_BROWSER` if set), which is installed by apt when there is none. */
export async function installBrowser() {
  const found = process.env.ALERTWRIGHT_BROWSER ?? findProgram(...NAMES);
  if (found) return found;

  const apt = findProgram('apt-get');
  if (!apt) throw new Error('No Chromium found: install one, or set ALERTWRIGHT_BROWSER to its path');
  await asRoot(apt, '-q', 'update');
  await asRoot(apt, '-q', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  const installed = findProgram(...NAMES);
  if (!installed) throw new Error('apt-get installed no Chromium');
  return installed;
}

async function asRoot(command, ...args) {
  const line = [command, '-o', 'DPkg::Lock::Timeout=300', ...args];
  if (process.getuid?.() !== 0) line.unshift('sudo');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await output(line[0], line.slice(1), { env });
}

if (isMain(import.meta.url)) console.log(await installBrowser());

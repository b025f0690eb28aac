// A complete VS Code that runs in the browser, for machines without a desktop: code-server's packaging of it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { isMain, output } from './run.mjs';

/** The last version that runs on Node 20; it is VS Code 1.100. */
const VERSION = '4.100.3';
/** The search that VS Code brings along loads its program from GitHub; this version has it in npm's packages. */
const SEARCH = '@vscode/ripgrep@1.18.0';

/** VS Code's folder (`out/server-main.js`, `extensions/`), which is installed when missing. */
export async function installVscode() {
  const folder = await cached(`code-server-${VERSION}`, download);
  return vscodeBelow(folder);
}

const vscodeBelow = (folder) => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

async function download(folder) {
  // Without a manifest here npm would install into the nearest folder above that has one.
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npmInstall(folder, `code-server@${VERSION}`);
  // VS Code's own dependencies come apart from code-server's, and its lock file does not fit `npm ci`.
  await npmInstall(vscodeBelow(folder), '--omit=dev', SEARCH);
}

function npmInstall(cwd, ...args) {
  return output('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...args], { cwd });
}

if (isMain(import.meta.url)) console.log(await installVscode());

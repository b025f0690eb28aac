// npm start: builds, and opens examples/ with the extension in an editor: the desktop VS Code if its `code` is on the
// PATH, otherwise VS Code in the browser.
import { join } from 'node:path';
import { findProgram, root, status } from './run.mjs';
import { serveVscode } from './serve-vscode.mjs';

const examples = join(root, 'examples');

const built = await status(process.execPath, ['esbuild.mjs']);
if (built !== 0) process.exit(built);

const code = findProgram('code', 'code.cmd');
const opened =
  code &&
  (await status(code, [`--extensionDevelopmentPath=${root}`, examples], { shell: code.endsWith('.cmd') }));
if (opened !== 0) await serve();

async function serve() {
  const vscode = await serveVscode();
  console.log(`\nVS Code with Alertwright: ${vscode.address(examples, { extensionDevelopmentPath: root })}`);
  console.log('Ctrl+C stops it.');
}

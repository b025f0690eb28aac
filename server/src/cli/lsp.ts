import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from './args';
import type { Arguments } from './args';
import { EXIT } from './exit';

/**
 * Runs the language server in this process until its client ends it. It is a bundle of its own beside this one:
 * the other commands start faster without it.
 */
export async function lsp({ positional }: Arguments): Promise<number> {
  const [unexpected] = positional;
  if (unexpected !== undefined) throw new UsageError(`lsp takes no argument, such as ${unexpected}`);
  // The server finds its transport among the arguments.
  process.argv = [...process.argv.slice(0, 2), '--stdio'];
  await import(pathToFileURL(join(__dirname, 'server.js')).href);
  return EXIT.ok;
}

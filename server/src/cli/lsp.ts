import { loadBundle } from '../load-bundle';
import { UsageError } from './args';
import type { Arguments } from './args';
import { EXIT } from './exit';

/**
 * Runs the language server in this process until its client ends it. It is a bundle of its own:
 * the other commands start faster without it.
 */
export function lsp({ positional }: Arguments): number {
  const [unexpected] = positional;
  if (unexpected !== undefined) throw new UsageError(`lsp takes no argument, such as ${unexpected}`);
  // The server finds its transport among the arguments.
  process.argv = [...process.argv.slice(0, 2), '--stdio'];
  loadBundle('connection');
  return EXIT.ok;
}

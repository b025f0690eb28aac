// Bundles the suite that runs inside VS Code, one file a test file, to out/test/e2e/suite.
import { build } from 'esbuild';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('suite', import.meta.url));

/** The suite's entry point. */
export const suite = fileURLToPath(new URL('../../out/test/e2e/suite/index.js', import.meta.url));

export async function buildSuite() {
  const outdir = join(suite, '..');
  await rm(outdir, { recursive: true, force: true });
  const files = (await readdir(source)).filter((file) => file === 'index.ts' || file.endsWith('.test.ts'));
  await build({
    entryPoints: files.map((file) => join(source, file)),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/** A folder for one run: the workspace that the suite opens, and the file for its results. */
export async function prepareRun() {
  const folder = await mkdtemp(join(tmpdir(), 'alertwright-e2e-'));
  const workspace = join(folder, 'workspace');
  await cp(new URL('workspace', import.meta.url), workspace, { recursive: true });
  return {
    workspace,
    results: join(folder, 'results.json'),
    clean: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

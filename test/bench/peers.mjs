// The programs that we measure ourselves beside.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cached } from '../../scripts/cache.mjs';
import { installOracles } from '../../scripts/install-oracles.mjs';
import { output } from '../../scripts/run.mjs';

/** The last version that runs on Node 20. */
const YAML_LANGUAGE_SERVER = 'yaml-language-server@1.25.0';

const require = createRequire(import.meta.url);
const schema = pathToFileURL(fileURLToPath(new URL('rules.schema.json', import.meta.url))).href;

/** How to start each language server, and the settings it wants for a rule file. */
export async function languageServers(ownBundle) {
  const peer = await yamlLanguageServer();
  return [
    { name: 'alertwright', args: [ownBundle, '--stdio'], settings: {} },
    {
      name: 'yaml-language-server',
      args: [peer, '--stdio'],
      settings: {
        yaml: {
          validate: true,
          hover: true,
          completion: true,
          schemas: { [schema]: '*.yml' },
          schemaStore: { enable: false },
        },
      },
    },
  ];
}

async function yamlLanguageServer() {
  const program = join('yaml-language-server', 'bin', 'yaml-language-server');
  try {
    return join(require.resolve('yaml-language-server/package.json'), '..', '..', program);
  } catch {
    const folder = await cached(YAML_LANGUAGE_SERVER, async (into) => {
      await output('npm', ['install', '--prefix', into, '--no-audit', '--no-fund', YAML_LANGUAGE_SERVER]);
    });
    return join(folder, 'node_modules', program);
  }
}

export async function promtool() {
  return join(await installOracles(), 'promtool');
}

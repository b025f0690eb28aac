// npm run bench: measures the language server and the command line beside their peers, on inputs that it makes.
// Prints a table and writes the figures to test/bench/results/. `--quick` measures less of everything.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, status } from '../../scripts/run.mjs';
import { measureCommands } from './command-line.mjs';
import { INPUTS } from './generate.mjs';
import { CONFIG_PLACES, measureFile, measureStart, RULE_PLACES } from './language-server.mjs';
import { languageServers, promtool } from './peers.mjs';
import { measureRepository, writeRepository } from './repository.mjs';
import { aimsTable, commandTable, repositoryTable, serverTable } from './tables.mjs';

const quick = process.argv.includes('--quick');
const runs = quick ? 3 : 11;
const editCount = quick ? 10 : 50;

const dist = (bundle) => join(root, 'dist', `${bundle}.js`);
if ((await status(process.execPath, ['esbuild.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] })) !== 0)
  process.exit(1);

const folder = mkdtempSync(join(tmpdir(), 'alertwright-bench-'));
try {
  const results = {
    date: new Date().toISOString(),
    node: process.version,
    processors: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
    bareNode: (await measureCommands([{ name: 'node', program: process.execPath, args: ['-e', '0'] }], runs))
      .node,
    commands: await commands(),
    servers: await servers(),
    repository: await repository(),
  };
  console.log(serverTable(results.servers));
  console.log(commandTable(results.commands));
  console.log(repositoryTable(results.repository));
  console.log(aimsTable(results));
  console.log(`\nOn this machine, Node itself takes ${results.bareNode.p50.toFixed()} ms to start and end.`);
  save(results);
} finally {
  rmSync(folder, { recursive: true });
}

async function commands() {
  const inputs = {
    'one small file': [file('one.yml', INPUTS.one())],
    '496 KB': [file('large.yml', INPUTS.large())],
    '5 MB, 10,000 rules': [file('huge.yml', INPUTS.huge())],
    '1,000 files of 4.3 MB': INPUTS.many().map((text, i) => file(join('many', `${i}.yml`), text)),
  };
  const peer = await promtool();
  const figures = {};
  for (const [input, files] of Object.entries(inputs)) {
    progress(`check, ${input}`);
    const own = files.length === 1 ? files : [join(folder, 'many')];
    figures[input] = await measureCommands(
      [
        { name: 'alertwright', program: process.execPath, args: [dist('cli'), 'check', ...own] },
        { name: 'promtool', program: peer, args: ['check', 'rules', '--lint=none', ...files] },
      ],
      runs,
    );
  }
  return figures;
}

function file(name, text) {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

async function servers() {
  const figures = {};
  for (const server of await languageServers(dist('server'))) {
    progress(`${server.name}, start`);
    figures[server.name] = { start: await measureStart(server, runs) };
    for (const [input, text, places] of [
      ['496 KB', INPUTS.large(), RULE_PLACES],
      ['5 MB, 10,000 rules', INPUTS.huge(), RULE_PLACES],
      ['alertmanager.yml, 5,000 lines', INPUTS.config(), CONFIG_PLACES],
    ]) {
      progress(`${server.name}, ${input}`);
      figures[server.name][input] = await measureFile(server, text, editCount, places);
    }
  }
  return figures;
}

async function repository() {
  progress('a repository of 5,000 files');
  const into = join(folder, 'repository', 'files');
  const plain = writeRepository(into);
  return measureRepository({ args: [dist('server'), '--stdio'], settings: {} }, into, plain, editCount);
}

function save(results) {
  const into = fileURLToPath(new URL('results/', import.meta.url));
  mkdirSync(into, { recursive: true });
  const path = join(into, `${results.date.replaceAll(':', '-')}.json`);
  writeFileSync(path, `${JSON.stringify(results, undefined, 2)}\n`);
  console.log(`\nWritten to ${path}`);
}

function progress(what) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${what} …`);
}

// Puts the reference programs that our verdicts are compared with into the cache: promtool, prometheus,
// amtool and alertmanager, from Debian's newest packages, unpacked rather than installed.
// Elsewhere than on Debian, set ALERTWRIGHT_ORACLES to a folder that holds the four programs.
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cache.mjs';
import { isMain, output } from './run.mjs';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Each program and the file that its package calls it by. */
const PROGRAMS = {
  promtool: 'promtool',
  prometheus: 'prometheus',
  amtool: 'amtool',
  alertmanager: 'prometheus-alertmanager',
};
const PACKAGES = ['promtool', 'prometheus', 'prometheus-alertmanager'];

/** The folder with the four programs, which are installed when missing. */
export async function installOracles() {
  if (process.env.ALERTWRIGHT_ORACLES) return process.env.ALERTWRIGHT_ORACLES;
  return join(await cached('oracles', unpackOracles), 'bin');
}

async function unpackOracles(folder) {
  const apt = await aptOfItsOwn(join(folder, 'apt'));
  await output('apt-get', [...apt, 'update']);
  await output('apt-get', [...apt, 'download', ...PACKAGES.map((name) => `${name}/sid`)], { cwd: folder });
  for (const file of await readdir(folder)) {
    if (!file.endsWith('.deb')) continue;
    await output('dpkg', ['-x', file, folder], { cwd: folder });
    await rm(join(folder, file));
  }
  await rm(join(folder, 'apt'), { recursive: true });

  await mkdir(join(folder, 'bin'));
  for (const [name, file] of Object.entries(PROGRAMS)) {
    await symlink(join('..', 'usr', 'bin', file), join(folder, 'bin', name));
  }
}

/** apt-get arguments for lists and downloads below `folder`, so that the system's own stay as they are. */
async function aptOfItsOwn(folder) {
  await mkdir(join(folder, 'lists', 'partial'), { recursive: true });
  await mkdir(join(folder, 'cache', 'archives', 'partial'), { recursive: true });
  const list = join(folder, 'sources.list');
  await writeFile(list, `deb [signed-by=${KEYRING}] ${await debianMirror()} sid main\n`);
  const options = {
    'Dir::Etc::sourcelist': list,
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::Cache': join(folder, 'cache'),
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
    // A mirror may be a snapshot that has stopped; the signature is checked all the same.
    'Acquire::Check-Valid-Until': 'false',
  };
  return ['-q', ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
}

/** The mirror that this machine's apt already uses, from its one-line or its deb822 sources. */
async function debianMirror() {
  const folder = '/etc/apt/sources.list.d';
  const files = ['/etc/apt/sources.list'];
  if (existsSync(folder)) files.push(...(await readdir(folder)).map((file) => join(folder, file)));
  for (const file of files.filter((path) => existsSync(path))) {
    const text = await readFile(file, 'utf8');
    const mirror = /^(?:URIs:\s*|deb\s+(?:\[[^\]]*\]\s+)?)(\S+\/debian\/?)(?=\s|$)/m.exec(text);
    if (mirror) return mirror[1];
  }
  throw new Error(
    'No Debian mirror among the apt sources: set ALERTWRIGHT_ORACLES to a folder with ' +
      Object.keys(PROGRAMS).join(', '),
  );
}

if (isMain(import.meta.url)) console.log(await installOracles());

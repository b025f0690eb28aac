/**
 * Loading of bundles with what V8 compiled of them in an earlier process.
 *
 * Reading and compiling our code is most of what a start takes. V8 can write down what it has compiled, and take it
 * up again in the next process. We keep that in the user's cache folder, where it can be deleted at any time.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';

/** What a bundle is, with the `wrapped` of esbuild.mjs around it. */
type Wrapped = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

/** When most of what is used has been compiled, and nothing of it forgotten yet. Milliseconds. */
const SETTLED = 10_000;
/** Compiled code is kept anew by a process that works so many times longer than the one that it is from. */
const WORTHWHILE = 2;

/**
 * Runs the bundle `name` that stands beside this one and gives its exports.
 * @param modules what it shares with the bundle that loads it
 */
export function loadBundle(name: string, modules: Readonly<Record<string, unknown>> = {}): unknown {
  const file = join(__dirname, `${name}.js`);
  const cache = cacheFile(name);
  const { size, mtimeMs, ctimeMs } = statSync(file);
  const key = [file, size, mtimeMs, ctimeMs].join('\n');
  const kept = cache === undefined ? undefined : readKept(cache, key);
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData: kept?.code });
  if (cache !== undefined) keepWhenSettled(cache, key, script, script.cachedDataRejected ? undefined : kept);

  const require = createRequire(file);
  const module = { exports: {} };
  const run = script.runInThisContext() as Wrapped;
  run(module.exports, (id) => modules[id] ?? require(id), module, file, __dirname);
  return module.exports;
}

/** Where compiled code of the bundle is kept for this V8; nowhere if the user has no such place or wants none. */
function cacheFile(name: string): string | undefined {
  const { env, platform, arch, versions } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const home = env.HOME ?? '';
  const folders: Partial<Record<NodeJS.Platform, string>> = {
    win32: env.LOCALAPPDATA ?? '',
    darwin: join(home, 'Library', 'Caches'),
  };
  const folder = folders[platform] ?? env.XDG_CACHE_HOME ?? join(home, '.cache');
  return isAbsolute(folder) ? join(folder, 'alertwright', `${name}-${versions.v8}-${arch}`) : undefined;
}

interface Kept {
  readonly code: Buffer;
  /** What the process that kept it had computed, milliseconds. */
  readonly worked: number;
}

/** Bytes behind the code in the file: how long was worked, then the seal. */
const WORKED = 4;
const SEAL = 20;

/**
 * By this we know that a file is whole and belongs to the bundle that `key` names: V8 looks for its own version and
 * settings, but of the source only at the length, and crashes over spoilt code.
 */
function seal(key: string, content: Buffer): Buffer {
  return createHash('sha1').update(key).update(content).digest();
}

/** What was kept of the bundle that `key` names, if this user wrote it and nobody else can have. */
function readKept(cache: string, key: string): Kept | undefined {
  try {
    const file = openSync(cache, 'r');
    try {
      const { uid, mode } = fstatSync(file);
      if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) return undefined;
      const content = readFileSync(file);
      const sealed = content.subarray(0, -SEAL);
      if (sealed.length < WORKED || !seal(key, sealed).equals(content.subarray(-SEAL))) return undefined;
      return { code: sealed.subarray(0, -WORKED), worked: sealed.readUInt32LE(sealed.length - WORKED) };
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** Keeps what V8 has compiled of `script` by then, once; not if what is there already is about as good. */
function keepWhenSettled(cache: string, key: string, script: Script, kept: Kept | undefined): void {
  const keep = (): void => {
    clearTimeout(timer);
    process.off('exit', keep);
    const worked = Math.floor(process.cpuUsage().user / 1000);
    if (kept && worked < WORTHWHILE * kept.worked) return;
    const tail = Buffer.alloc(WORKED);
    tail.writeUInt32LE(worked);
    const sealed = Buffer.concat([script.createCachedData(), tail]);
    write(cache, Buffer.concat([sealed, seal(key, sealed)]));
  };
  const timer = setTimeout(keep, SETTLED).unref();
  process.on('exit', keep);
}

/** Writes the file whole or not at all. A failure costs nothing but time at the next start. */
function write(path: string, content: Buffer): void {
  const unfinished = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(unfinished, content, { mode: 0o600, flag: 'wx' });
      renameSync(unfinished, path);
    } finally {
      rmSync(unfinished, { force: true });
    }
  } catch {
    return;
  }
}

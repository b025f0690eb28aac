/** Checking many files on as many cores as there are. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../workspace/settings';
import { checkFile } from './check-file';
import type { InputFile } from './files';
import type { CheckedFile } from './report';
import { statOf } from './stat';

/** What a worker is given. */
export interface WorkerTask {
  readonly files: readonly InputFile[];
  readonly settings: Settings;
  /** One shared 32-bit number: the first file that nobody has taken yet. */
  readonly next: SharedArrayBuffer;
}

/** What a worker answers: files by their index. */
export type WorkerResult = readonly (readonly [index: number, file: CheckedFile])[];

/** Files that a thread takes at a time. */
const BATCH = 4;

/** Checks `files` on so many threads, this one included, and gives the results in the same order. */
export async function checkFiles(
  files: readonly InputFile[],
  settings: Settings,
  threads: number,
): Promise<CheckedFile[]> {
  const task: WorkerTask = { files, settings, next: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
  const workers = threads > 1 ? await startWorkers(threads - 1, task) : [];
  const results = new Map(takeFiles(task));
  for (const result of await Promise.all(workers)) {
    for (const [index, file] of result) results.set(index, file);
  }
  // What a worker took and died over, for instance of a lack of memory, is done here.
  return files.map((file, index) => results.get(index) ?? checkFile(file, settings));
}

/**
 * Bytes of input for each thread. Every thread has to compile the hot code for itself, which takes as long as this
 * much input does afterwards (measured on two cores: one thread is faster for 4 MB, two are for 8 MB).
 */
const BYTES_PER_THREAD = 4 * 1024 * 1024;
const MOST_THREADS = 8;
/** Files of which the size is looked up to estimate the size of all. */
const SAMPLE = 32;

/** On how many threads `files` are checked fastest. */
export function threadsFor(files: readonly InputFile[]): number {
  const step = Math.ceil(files.length / SAMPLE);
  const sample = files.filter((_, index) => index % step === 0);
  const size = sample.reduce((sum, { path }) => sum + (statOf(path)?.size ?? 0), 0) * step;
  const most = Math.min(availableParallelism(), MOST_THREADS, files.length);
  return Math.max(1, Math.min(most, Math.floor(size / BYTES_PER_THREAD)));
}

/** Takes batches of files until all are taken, and checks them. */
export function takeFiles({ files, settings, next }: WorkerTask): WorkerResult {
  const counter = new Int32Array(next);
  const results: [number, CheckedFile][] = [];
  for (
    let first = Atomics.add(counter, 0, BATCH);
    first < files.length;
    first = Atomics.add(counter, 0, BATCH)
  ) {
    files
      .slice(first, first + BATCH)
      .forEach((file, i) => results.push([first + i, checkFile(file, settings)]));
  }
  return results;
}

/** Starts so many workers; gives a promise of each one's result. */
async function startWorkers(count: number, workerData: WorkerTask): Promise<Promise<WorkerResult>[]> {
  // Not loaded for nothing: most checks are of few files.
  const { Worker } = await import('node:worker_threads');
  return Array.from(
    { length: count },
    () =>
      new Promise((resolve) => {
        const worker = new Worker(join(__dirname, 'worker.js'), { workerData });
        worker.once('message', resolve);
        worker.once('error', () => {
          resolve([]);
        });
        worker.once('exit', () => {
          resolve([]);
        });
      }),
  );
}

/** Checking many files on as many cores as there are. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
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

/** Below these a worker's start costs more than it saves. */
const MANY_FILES = 64;
const MANY_BYTES = 1024 * 1024;
const MOST_THREADS = 8;
/** Files that a thread takes at a time. */
const BATCH = 4;

/** Checks `files`, with workers if there is much to do, and gives the results in the same order. */
export async function checkFiles(files: readonly InputFile[], settings: Settings): Promise<CheckedFile[]> {
  const task: WorkerTask = { files, settings, next: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
  const workers = isMuch(files) ? startWorkers(task) : [];
  const results = new Map(takeFiles(task));
  for (const result of await Promise.all(workers)) {
    for (const [index, file] of result) results.set(index, file);
  }
  // What a worker took and died over, for instance of a lack of memory, is done here.
  return files.map((file, index) => results.get(index) ?? checkFile(file, settings));
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

function startWorkers(task: WorkerTask): Promise<WorkerResult>[] {
  const count = Math.min(availableParallelism(), MOST_THREADS, task.files.length) - 1;
  return Array.from({ length: count }, () => startWorker(task));
}

function startWorker(workerData: WorkerTask): Promise<WorkerResult> {
  return new Promise((resolve) => {
    const worker = new Worker(__filename, { workerData });
    worker.once('message', resolve);
    worker.once('error', () => {
      resolve([]);
    });
    worker.once('exit', () => {
      resolve([]);
    });
  });
}

function isMuch(files: readonly InputFile[]): boolean {
  if (files.length < 2 || files.length >= MANY_FILES) return files.length >= MANY_FILES;
  const size = files.reduce((sum, { path }) => sum + (statOf(path)?.size ?? 0), 0);
  return size >= MANY_BYTES;
}

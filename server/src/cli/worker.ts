/** Checks a share of the files, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadBundle } from '../load-bundle';
import type * as commandLine from './bundle';
import type { WorkerTask } from './pool';

async function run(): Promise<void> {
  const { work } = loadBundle('command-line') as typeof commandLine;
  parentPort?.postMessage(await work(workerData as WorkerTask));
}

void run();

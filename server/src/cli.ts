#!/usr/bin/env node
/** The command line. The same file runs as a worker that checks a share of the files. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { main } from './cli/main';

async function run(): Promise<void> {
  if (isMainThread) {
    process.exitCode = await main(process.argv.slice(2));
  } else {
    const { takeFiles } = await import('./cli/pool');
    parentPort?.postMessage(takeFiles(workerData as Parameters<typeof takeFiles>[0]));
  }
}

void run();

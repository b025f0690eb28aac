#!/usr/bin/env node
import type * as commandLine from './cli/bundle';
import { loadBundle } from './load-bundle';

async function run(): Promise<void> {
  const { main } = loadBundle('command-line') as typeof commandLine;
  process.exitCode = await main(process.argv.slice(2));
}

void run();

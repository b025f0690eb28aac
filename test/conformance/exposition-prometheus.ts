import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { oracle } from '../support/oracles';

const CONTENT_TYPES = {
  text: 'text/plain; version=0.0.4',
  openmetrics: 'application/openmetrics-text; version=1.0.0',
};

export interface Page {
  readonly text: string;
  readonly format: 'text' | 'openmetrics';
}

interface Targets {
  readonly data: {
    readonly activeTargets: readonly {
      readonly scrapeUrl: string;
      readonly health: string;
      readonly lastError: string;
    }[];
  };
}

/** What Prometheus says when it scrapes each page; '' where it takes it. One server scrapes all of them. */
export async function scrapeErrors(pages: readonly Page[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alertwright-scrape-'));
  const pageServer = createServer((request, response) => {
    const page = pages[Number(request.url?.slice(1))];
    response.setHeader('Content-Type', CONTENT_TYPES[page?.format ?? 'text']);
    response.end(page?.text);
  });
  pageServer.listen(0, '127.0.0.1');
  await once(pageServer, 'listening');
  const { port } = pageServer.address() as AddressInfo;
  const targets = pages.map((_, index) => ({
    targets: [`127.0.0.1:${port}`],
    labels: { __metrics_path__: `/${index}` },
  }));
  writeFileSync(join(folder, 'targets.json'), JSON.stringify(targets));
  writeFileSync(
    join(folder, 'prometheus.yml'),
    'global: {scrape_interval: 15s, scrape_timeout: 15s}\n' +
      'scrape_configs: [{job_name: pages, file_sd_configs: [{files: [targets.json]}]}]\n',
  );
  const listen = 30_000 + Math.floor(process.pid % 20_000);
  const prometheus = spawn(
    oracle('prometheus'),
    [`--web.listen-address=127.0.0.1:${listen}`, '--config.file=prometheus.yml', '--storage.tsdb.path=data'],
    { cwd: folder, stdio: 'ignore' },
  );
  try {
    return await errorsByPage(`http://127.0.0.1:${listen}/api/v1/targets`, pages.length);
  } finally {
    prometheus.kill();
    await once(prometheus, 'exit');
    pageServer.close();
    pageServer.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks until every page has been scraped. */
async function errorsByPage(url: string, count: number): Promise<string[]> {
  for (let tries = 0; tries < 120; tries++) {
    await sleep(500);
    const response = await fetch(url).catch(() => undefined);
    if (!response?.ok) continue;
    const { data } = (await response.json()) as Targets;
    // A page that the server was too slow for has told nothing yet.
    const scraped = data.activeTargets.filter(
      (t) => t.health !== 'unknown' && !t.lastError.startsWith('Get '),
    );
    if (scraped.length < count) continue;
    const errors = new Map(
      scraped.map(({ scrapeUrl, lastError }) => [new URL(scrapeUrl).pathname.slice(1), lastError]),
    );
    return Array.from({ length: count }, (_, index) => errors.get(String(index)) ?? '');
  }
  throw new Error('Prometheus has not scraped every page');
}

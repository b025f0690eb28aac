import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../server/src/formats/alertmanager/read';
import type { RouteModel } from '../../server/src/formats/alertmanager/model';
import { routeAlert } from '../../server/src/formats/alertmanager/routing/route-alert';
import { drawTree, matchingTree, routeTree } from '../../server/src/formats/alertmanager/routing/tree';
import { lookupIn } from '../../server/src/formats/alertmanager/routing/truth';
import { parseMatcher } from '../../server/src/languages/matchers/parse';
import { oracle } from '../support/oracles';
import { yamlString } from './matchers-amtool';
import { pick, seededRandom, type Random } from './seeded-random';

/** So many label sets are tried on each of so many trees, in one process each. */
const TREES = 50;
const LABEL_SETS = Number(process.env.ALERTWRIGHT_MUTANTS ?? 20);
const SEED = Number(process.env.ALERTWRIGHT_SEED ?? 20_261_125);

const NAMES = ['severity', 'team', 'job', 'a.b'];
const VALUES = ['critical', 'warning', 'db', 'web', 'db-1', 'a b', ''];
const PATTERNS = ['db|web', 'db.*', '.+', '.*', '|critical', '[a-d]+', '(?i)DB', 'crit', '^db$', '.'];

interface Kind {
  /** What the names of receivers begin with. */
  readonly prefix: string;
  readonly hasMatchRe: boolean;
}

/** A tree of routes in flow style. */
function tree(random: Random, kind: Kind, depth = 0): string {
  const { prefix, hasMatchRe } = kind;
  const fields: string[] = [];
  const chance = (share: number): boolean => random() < share;
  if (depth === 0 || chance(0.6)) fields.push(`receiver: ${prefix}-${Math.floor(random() * 8)}`);
  if (depth > 0) {
    const count = Math.floor(random() * 3);
    const matchers = Array.from({ length: count }, () => yamlString(matcher(random)));
    if (chance(0.7)) fields.push(`matchers: [${matchers.join(', ')}]`);
    if (chance(0.2))
      fields.push(`match: {${pick(random, NAMES.slice(0, 3))}: ${yamlString(pick(random, VALUES))}}`);
    if (hasMatchRe && chance(0.2))
      fields.push(`match_re: {${pick(random, NAMES.slice(0, 3))}: ${yamlString(pick(random, PATTERNS))}}`);
    if (chance(0.35)) fields.push('continue: true');
  } else {
    fields.push('continue: true');
  }
  const width = depth < 4 ? Math.floor(random() * (5 - depth)) : 0;
  const routes = Array.from({ length: width }, () => tree(random, kind, depth + 1));
  if (routes.length > 0) fields.push(`routes: [${routes.join(', ')}]`);
  return `{${fields.join(', ')}}`;
}

function matcher(random: Random): string {
  const operator = pick(random, ['=', '=', '!=', '=~', '=~', '!~']);
  const value = pick(random, operator.includes('~') ? PATTERNS : VALUES);
  return `${pick(random, NAMES)}${operator}"${value}"`;
}

function labelSet(random: Random): string[] {
  const names = NAMES.filter(() => random() < 0.6);
  return names.map((name) => {
    const value = pick(random, VALUES);
    // Only the UTF-8 parser reads a dot in a name, and it reads no bare blanks and nothing.
    return `${name}=${name.includes('.') || random() < 0.5 ? `"${value}"` : value}`;
  });
}

/** All trees below one root, which hands every alert to each of them: the answers for all trees come in one line. */
function forest(random: Random, hasMatchRe: boolean): string {
  const indexes = Array.from({ length: TREES }, (_, index) => index);
  const routes = indexes
    .map((index) => `    - ${tree(random, { prefix: `t${index}`, hasMatchRe })}\n`)
    .join('');
  const names = indexes.flatMap((index) => Array.from({ length: 8 }, (_, number) => `t${index}-${number}`));
  const receivers = ['root', ...names].map((name) => `  - name: ${name}\n`).join('');
  return `route:\n  receiver: root\n  routes:\n${routes}receivers:\n${receivers}`;
}

const random = seededRandom(SEED);
const labelSets = Array.from({ length: LABEL_SETS }, () => labelSet(random));
const all = forest(random, true);
/** amtool shows the patterns of `match_re` with anchors around them, which also changes their order. */
const shown = forest(random, false);

function rootOf(config: string): RouteModel {
  const { model, findings } = readConfig(config, { version: [0, 33], matchers: 'fallback' });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model.route!;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alertwright-routes-'));
  writeFileSync(join(folder, 'all.yml'), all);
  writeFileSync(join(folder, 'shown.yml'), shown);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function amtool(file: string, command: string, ...args: string[]): string {
  const line = ['config', 'routes', command, `--config.file=${file}`, ...args];
  const { stdout, stderr, status } = spawnSync(oracle('amtool'), line, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  // It logs what its two parsers of matchers read differently.
  return stdout.replaceAll(/^time=.*\n/gm, '');
}

function labelsOf(texts: readonly string[]): Map<string, string> {
  return new Map(
    texts.map((text) => {
      const read = parseMatcher(text);
      if (!read) throw new Error(text);
      return [read.name, read.value];
    }),
  );
}

it('routes alerts as amtool does', { timeout: 600_000 }, () => {
  const byTree = (receivers: readonly string[]): string[] =>
    Array.from({ length: TREES }, (_, index) =>
      receivers.filter((name) => name.startsWith(`t${index}-`)).join(),
    );
  const { model } = readConfig(all, { version: [0, 33], matchers: 'fallback' });
  expect(rootOf(all).routes).toHaveLength(TREES);
  let several = 0;
  const differences = labelSets.flatMap((labels) => {
    const reached = routeAlert(model, labelsOf(labels));
    const ours = byTree(reached.map(({ options }) => options.receiver?.value.text ?? ''));
    const theirs = byTree(
      amtool('all.yml', 'test', ...labels)
        .trim()
        .split(','),
    );
    several += theirs.filter((receivers) => receivers.includes(',')).length;
    return ours.flatMap((receivers, index) =>
      receivers === theirs[index] ? [] : [{ labels, tree: index, ours: receivers, theirs: theirs[index] }],
    );
  });
  expect(differences).toEqual([]);
  // Not only trees with one way through.
  expect(several).toBeGreaterThan(LABEL_SETS);
});

it('shows the tree as amtool does', () => {
  expect(`Routing tree:\n${drawTree(routeTree(rootOf(shown)))}\n`).toBe(amtool('shown.yml', 'show'));
});

it('shows the routes that match as amtool does', () => {
  const root = rootOf(shown);
  for (const labels of labelSets.slice(0, 10)) {
    const matching = drawTree(matchingTree(root, lookupIn(labelsOf(labels))));
    expect(amtool('shown.yml', 'test', '--tree', ...labels)).toContain(`Matching routes:\n${matching}\n\n`);
  }
});

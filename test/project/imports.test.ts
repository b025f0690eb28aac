import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What each file below a folder imports of the project, types too; paths are relative to the project. */
function importsBelow(folder: string): Map<string, string[]> {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(root, folder, file));
  return new Map(files.map((file) => [relative(root, file), importsOf(file)]));
}

function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.flatMap(({ fileName }) => {
    const path = resolve(dirname(file), fileName);
    const target = [`${path}.ts`, join(path, 'index.ts')].find((candidate) => existsSync(candidate));
    return fileName.startsWith('.') && target !== undefined ? relative(root, target) : [];
  });
}

/** A circle in the graph, from a node back to itself. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return undefined;
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    path.pop();
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const circle = visit(node);
    if (circle) return circle;
  }
  return undefined;
}

it.each(['server/src', 'client'])('no file in %s imports itself by way of others', (folder) => {
  const graph = importsBelow(folder);
  expect([...graph.values()].flat().length).toBeGreaterThan(graph.size);
  expect(circleIn(graph)).toBeUndefined();
});

it('sees the circles that there are', () => {
  const graph = { a: ['b'], b: ['c', 'd'], c: [], d: ['c', 'b'] };
  expect(circleIn(new Map(Object.entries(graph)))).toEqual(['b', 'd', 'b']);
  expect(importsOf(join(root, 'server/src/languages/promql/format-build.ts'))).toEqual(
    expect.arrayContaining(['server/src/languages/promql/ast.ts', 'server/src/text/go-quote.ts']),
  );
});

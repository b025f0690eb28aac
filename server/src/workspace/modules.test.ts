import { describe, expect, it } from 'vitest';
import { Modules, moduleFiles } from './modules';

describe('moduleFiles', () => {
  it.each([
    ['file:///w/src/app.ts', './names', 'file:///w/src/names.ts'],
    ['file:///w/src/app.ts', './names.js', 'file:///w/src/names.ts'],
    ['file:///w/src/api/app.tsx', '../names', 'file:///w/src/names.tsx'],
    ['file:///w/src/app.ts', '.', 'file:///w/src/index.ts'],
    ['file:///w/src/app.ts', './lib', 'file:///w/src/lib/index.ts'],
    ['file:///w/src/a/app.ts', '@/lib/names', 'file:///w/src/lib/names.ts'],
    ['file:///w/a/app.ts', '~/names', 'file:///w/names.ts'],
    ['file:///w/app/main.py', '.names', 'file:///w/app/names.py'],
    ['file:///w/app/api/main.py', '..names', 'file:///w/app/names.py'],
    ['file:///w/app/api/main.py', 'app.names', 'file:///w/app/names.py'],
    ['file:///w/app/main.py', '.', 'file:///w/app/__init__.py'],
  ])('%s: %s may be %s', (importer, module, uri) => {
    expect(moduleFiles(importer, module)).toContain(uri);
  });

  it('leaves packages alone', () => {
    expect(moduleFiles('file:///w/app.ts', 'prom-client')).toEqual([]);
    expect(moduleFiles('file:///w/app.ts', '@scope/metrics')).toEqual([]);
  });
});

describe('Modules', () => {
  const exports = (text: string) => new Map([[text, { kind: 'unknown' as const, span: { from: 0, to: 0 } }]]);
  function modulesOf(files: Record<string, string>): Modules {
    return new Modules({
      read: (uri) => Promise.resolve(files[uri]),
      list: (folder) => Promise.resolve(Object.keys(files).filter((uri) => uri.startsWith(`${folder}/`))),
      exportsOf: (_, text) => exports(text),
    });
  }

  it('loads what is wanted, once', async () => {
    const files: Record<string, string> = { 'file:///w/names.ts': 'a' };
    const modules = modulesOf(files);
    expect(await modules.load('file:///w/app.ts', ['./names', './missing'])).toBe(true);
    expect(modules.exportsOf('file:///w/app.ts', './names')?.has('a')).toBe(true);
    expect(modules.uriOf('file:///w/app.ts', './names')).toBe('file:///w/names.ts');
    expect(await modules.load('file:///w/app.ts', ['./names', './missing'])).toBe(false);
  });

  it('forgets what changed, and names who imports it', async () => {
    const files: Record<string, string> = { 'file:///w/names.ts': 'a' };
    const modules = modulesOf(files);
    await modules.load('file:///w/app.ts', ['./names']);
    await modules.load('file:///w/other.ts', ['./missing']);
    expect(modules.changed('file:///w/names.ts')).toEqual(['file:///w/app.ts']);
    expect(modules.exportsOf('file:///w/app.ts', './names')).toBeUndefined();
    files['file:///w/missing.js'] = 'b';
    expect(modules.changed('file:///w/missing.js')).toEqual(['file:///w/other.ts']);
    expect(await modules.load('file:///w/other.ts', ['./missing'])).toBe(true);
  });

  it('takes the other files of a Go package together', async () => {
    const modules = modulesOf({
      'file:///w/p/a.go': 'a',
      'file:///w/p/b.go': 'b',
      'file:///w/p/c.go': 'c',
      'file:///w/p/c_test.go': 'd',
      'file:///w/p/e.ts': 'e',
    });
    expect(await modules.load('file:///w/p/a.go', ['.', 'github.com/x/y'])).toBe(true);
    expect([...(modules.exportsOf('file:///w/p/a.go', '.') ?? [])].map(([name]) => name)).toEqual(['b', 'c']);
    expect(modules.changed('file:///w/p/b.go')).toEqual(['file:///w/p/a.go']);
  });
});

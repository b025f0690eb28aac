import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFiles } from './files';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'alertwright-files-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

/** Makes files below the root: `path` or `path: content`. */
function make(...files: string[]): void {
  for (const file of files) {
    const [path = '', content = ''] = file.split(/: (.*)/s);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

function find(paths: string[], { ignore = [] as string[], from = '.' } = {}): string[] {
  const { files, problems } = findFiles(paths, ignore, join(root, from));
  return [...files.map(({ path }) => path), ...problems.map(({ file, message }) => `${file}: ${message}`)];
}

describe('findFiles', () => {
  it('takes files as they are named, whatever they are called', () => {
    make('a.yml', 'b.txt', 'node_modules/c.yml');
    const named = ['b.txt', './a.yml', 'node_modules/c.yml', join(root, 'a.yml')];
    expect(find(named)).toEqual(['b.txt', join(root, 'a.yml'), 'node_modules/c.yml']);
  });

  it('tells named files from found ones', () => {
    make('a.yml', 'sub/b.yml');
    const { files } = findFiles(['a.yml', 'sub', '-'], [], root);
    expect(files).toEqual([
      { path: 'a.yml', named: true },
      { path: 'sub/b.yml', named: false },
      { path: '-', named: true },
    ]);
  });

  it('searches folders for what may hold something for us', () => {
    make(
      'b.yaml',
      'a.yml',
      'c.rules',
      'd.promql',
      'e.rules.yml.j2',
      'f.json',
      'g.md',
      'h.css',
      'i.txt',
      'sub/h.YML',
      '.config/i.yml',
    );
    make('._a.yml', 'j.rules.tpl');
    const all = [
      '.config/i.yml',
      'a.yml',
      'b.yaml',
      'c.rules',
      'd.promql',
      'e.rules.yml.j2',
      'f.json',
      'g.md',
      'j.rules.tpl',
      'sub/h.YML',
    ];
    expect(find(['.'])).toEqual(all);
  });

  it.each([
    ['sub', 'sub/a.yml'],
    ['sub/', 'sub/a.yml'],
    ['./sub', './sub/a.yml'],
    ['.', 'sub/a.yml'],
    ['./', './sub/a.yml'],
    ['../x/sub', '../x/sub/a.yml'],
  ])('names what it finds in %s %s', (folder, path) => {
    make('x/sub/a.yml');
    expect(find([folder], { from: 'x' })).toEqual([path]);
  });

  it('leaves out installed packages and products of builds, unless named', () => {
    make('node_modules/p/a.yml', 'dist/b.yml', '.git/c.yml', 'x/node_modules/d.yml', 'e.yml');
    expect(find(['.'])).toEqual(['e.yml']);
    expect(find(['dist'])).toEqual(['dist/b.yml']);
  });

  it('follows links to files, not to folders', () => {
    make('real/a.yml');
    symlinkSync('real/a.yml', join(root, 'link.yml'));
    symlinkSync('..', join(root, 'real/up'));
    symlinkSync('nowhere', join(root, 'broken.yml'));
    expect(find(['.'])).toEqual(['link.yml', 'real/a.yml']);
  });

  it('takes what is not there too: reading it says so', () => {
    make('a.yml');
    expect(find(['b.yml', 'a.yml', 'a.yml/c'])).toEqual(['b.yml', 'a.yml', 'a.yml/c']);
  });
});

describe('globs', () => {
  it.each([
    ['*.yml', ['a.yml']],
    ['**/*.yml', ['a.yml', 'rules/b.yml', 'rules/deep/c.yml']],
    ['rules/*.{yml,txt}', ['rules/b.yml', 'rules/d.txt']],
    ['./rules/*.yml', ['rules/b.yml']],
    ['r*', ['rules/b.yml', 'rules/deep/c.yml']],
    ['rules/[bc].yml', ['rules/b.yml']],
    ['*.toml', ['*.toml: no file matches']],
    ['none/*.yml', ['none/*.yml: no file matches']],
  ])('%s', (glob, expected) => {
    make('a.yml', 'rules/b.yml', 'rules/deep/c.yml', 'rules/d.txt', 'node_modules/e.yml');
    expect(find([glob])).toEqual(expected);
  });

  it('takes each file once', () => {
    make('a.yml', 'b.yml');
    expect(find(['b.yml', '*.yml', '.', 'a.*'])).toEqual(['b.yml', 'a.yml']);
  });

  it('takes a file of that very name first', () => {
    make('[a].yml', 'a.yml');
    expect(find(['[a].yml'])).toEqual(['[a].yml']);
  });
});

describe('ignore files', () => {
  it.each([
    ['a pattern', ['.gitignore: b.yml'], ['a.yml', 'sub/c.yml']],
    ['our own file', ['.alertwrightignore: /sub/'], ['a.yml', 'b.yml']],
    ['an exception', ['.gitignore: *.yml\n!a.yml'], ['a.yml']],
    ['a nested file', ['sub/.gitignore: c.yml'], ['a.yml', 'b.yml']],
    ['a nested exception', ['.gitignore: c.yml', 'sub/.gitignore: !c.yml'], ['a.yml', 'b.yml', 'sub/c.yml']],
    ['comments, blank lines and CRLF', ['.gitignore: # all\r\n\r\nb.yml\r\n'], ['a.yml', 'sub/c.yml']],
    ['upper and lower case', ['.gitignore: A.yml'], ['a.yml', 'b.yml', 'sub/c.yml']],
  ])('%s', (_, ignoreFiles, expected) => {
    make('a.yml', 'b.yml', 'sub/c.yml', ...ignoreFiles);
    expect(find(['.'])).toEqual(expected);
  });

  it('of the git work tree count below it, and not above', () => {
    make('.gitignore: a.yml', 'repo/.git/HEAD', 'repo/.gitignore: b.yml');
    make('repo/sub/a.yml', 'repo/sub/b.yml', 'repo/sub/c.yml');
    expect(find(['repo/sub'])).toEqual(['repo/sub/a.yml', 'repo/sub/c.yml']);
  });

  it('of the working directory count where there is no git', () => {
    make('.alertwrightignore: a.yml', 'sub/a.yml', 'sub/b.yml');
    expect(find(['sub'])).toEqual(['sub/b.yml']);
    expect(find(['../sub'], { from: 'sub' })).toEqual(['../sub/a.yml', '../sub/b.yml']);
  });

  it('do not stop what is named', () => {
    make('.git/HEAD', '.gitignore: out/\na.yml', 'out/a.yml', 'out/b.yml');
    expect(find(['out/a.yml'])).toEqual(['out/a.yml']);
    expect(find(['out'])).toEqual(['out/a.yml', 'out/b.yml']);
  });
});

describe('--ignore', () => {
  it.each([
    [['sub/'], ['a.yml']],
    [['/a.yml'], ['sub/a.yml', 'sub/b.yml']],
    [['a.yml', '**/b.*'], []],
  ])('%s', (ignore, expected) => {
    make('a.yml', 'sub/a.yml', 'sub/b.yml', 'sub/.gitignore: !b.yml');
    expect(find(['.'], { ignore })).toEqual(expected);
    expect(find(['a.yml', 'sub/a.yml', 'sub/b.yml'], { ignore })).toEqual(expected);
  });

  it('starts at the folder where that is outside the working directory', () => {
    make('x/a.yml', 'x/b.yml', 'y/c.yml');
    expect(find(['../x', '../x/b.yml'], { from: 'y', ignore: ['/b.yml'] })).toEqual(['../x/a.yml']);
  });
});

import { describe, expect, test } from 'vitest';
import { classOf, globalPath, importedPath } from './names';
import type { CodeValue } from './tree';

const span = { from: 0, to: 0 };

function name(called: string, module?: string): CodeValue {
  return { kind: 'name', span, name: called, ...(module !== undefined && { module }) };
}

function member(object: CodeValue, called: string): CodeValue {
  return { kind: 'member', span, object, name: called, nameSpan: span };
}

function call(callee: CodeValue, isNew: boolean): CodeValue {
  return { kind: 'call', span, callee, calleeSpan: span, isNew, args: [], keywords: [], open: false };
}

const counter = { module: 'prom-client', path: ['Counter'] };

describe('names', () => {
  test('a class is the same however it is imported', () => {
    expect(importedPath(name('Counter', 'prom-client'))).toEqual(counter);
    expect(importedPath(member(name('', 'prom-client'), 'Counter'))).toEqual(counter);
    expect(importedPath(member(member(name('', 'prom-client'), 'default'), 'Counter'))).toEqual(counter);
    expect(importedPath(name('', 'prom-client'))).toEqual({ module: 'prom-client', path: [] });
  });

  test('globals, names of the file, and results of calls are not imported', () => {
    expect(importedPath(name('fetch'))).toBeUndefined();
    expect(importedPath(member(call(name('f', 'm'), false), 'Counter'))).toBeUndefined();
    expect(globalPath(member(name('axios'), 'get'))).toEqual(['axios', 'get']);
    expect(globalPath(name('Counter', 'prom-client'))).toBeUndefined();
    expect(globalPath({ kind: 'name', span, name: 'fetch', local: true })).toBeUndefined();
  });

  test('the class of an instance', () => {
    const of = name('Counter', 'prom-client');
    expect(classOf(call(of, true))).toEqual(counter);
    expect(classOf({ kind: 'instance', span, of })).toEqual(counter);
    expect(classOf(of)).toBeUndefined();
  });
});

import { exported } from '../code/detach';
import type { CodeFile, CodeSurroundings, CodeValue } from '../code/tree';
import { GoReader } from './reader';

/** Reads Go files by a light scan: strings, constants, calls and composite literals, wherever they stand. */
export class GoParser {
  /** What `text` writes. What isn't Go is passed over. */
  read(text: string, surroundings: CodeSurroundings = {}): CodeFile {
    const reader = new GoReader(text, surroundings);
    reader.readAll();
    const { calls, objects, strings } = reader.expressions;
    const exports = new Map<string, CodeValue>();
    for (const name of reader.names.ofPackage) {
      const value = reader.names.declared(name);
      if (value && value.kind !== 'unknown') exports.set(name, exported(value));
    }
    const byPlace = (a: CodeValue, b: CodeValue): number =>
      a.span.from - b.span.from || a.span.to - b.span.to;
    return {
      language: 'go',
      text,
      calls: calls.sort(byPlace),
      objects: objects.sort(byPlace),
      tagged: [],
      marked: strings.marked,
      exports,
      wanted: reader.names.wanted,
    };
  }
}

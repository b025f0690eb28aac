import { imported } from '../code/detach';
import type { CodeSurroundings, CodeValue } from '../code/tree';
import type { Span } from '../../text/span';
import { findDeclarations } from './declarations';
import type { Declarations } from './declarations';
import type { Token } from './tokens';

/** What names stand for: those of the functions around, of the package, and imported packages. */
export class Names {
  /** Modules whose exports were asked for and not known; `.` stands for the other files of the package. */
  readonly wanted = new Set<string>();
  private readonly blocks: Map<string, CodeValue | undefined>[] = [];
  private readonly packages = new Map<string, string>();

  private readonly declarations: Declarations;

  /** `valueAt` tells the value whose first token has an index. */
  constructor(
    tokens: readonly Token[],
    private readonly valueAt: (index: number) => CodeValue,
    private readonly surroundings: CodeSurroundings,
  ) {
    this.declarations = findDeclarations(tokens);
    this.readImports(tokens);
  }

  /** Names of constants and variables outside of functions. */
  get ofPackage(): Iterable<string> {
    return this.declarations.names.keys();
  }

  open(): void {
    this.blocks.push(new Map());
  }

  close(): void {
    this.blocks.pop();
  }

  /** Does `read` as if outside of all functions. */
  outside<T>(read: () => T): T {
    const inner = this.blocks.splice(0);
    const result = read();
    this.blocks.splice(0, this.blocks.length, ...inner);
    return result;
  }

  private readImports(tokens: readonly Token[]): void {
    let isImport = false;
    let isGroup = false;
    for (const [index, { kind, text }] of tokens.entries()) {
      const before = tokens[index - 1];
      if (kind === 'keyword') {
        isImport = text === 'import';
        isGroup = false;
      } else if (!isImport) continue;
      else if (text === '(') isGroup = true;
      else if (text === ')' || (text === ';' && !isGroup)) isImport = false;
      else if (kind === 'string' || kind === 'raw') {
        this.importPackage(text.slice(1, -1), before?.kind === 'name' ? before.text : undefined);
      }
    }
  }

  /** `import name "path"`; without a name, the package is called by the last part of its path that isn't a version. */
  private importPackage(path: string, name: string | undefined): void {
    const parts = path.split('/').filter((part) => !/^v\d+$/.test(part));
    const last = (parts.at(-1) ?? path).replace(/\.v\d+$/, '');
    this.packages.set(name ?? last, path);
  }

  /** Declares a name in the innermost block; outside of functions the declarations know it already. */
  declare(name: string, value: CodeValue | undefined): void {
    this.blocks.at(-1)?.set(name, value);
  }

  /** A name is given another value: from here on it's not known, unless it had none. */
  assign(name: string, value: CodeValue | undefined): void {
    const block = this.blocks.findLast((names) => names.has(name));
    if (block) block.set(name, block.get(name) === undefined ? value : undefined);
  }

  value(name: string, span: Span): CodeValue {
    const local: CodeValue = { kind: 'name', name, local: true, span };
    const block = this.blocks.findLast((names) => names.has(name));
    if (block) return block.get(name) ?? local;
    const { names } = this.declarations;
    if (names.has(name)) return this.declared(name) ?? local;
    const path = this.packages.get(name);
    if (path !== undefined) return { kind: 'name', name: '', module: path, span };
    if (PREDECLARED.has(name)) return { kind: 'name', name, span };
    return this.exportOf('.', name) ?? { kind: 'name', name, span };
  }

  /** The value of one of the package's own names. */
  declared(name: string): CodeValue | undefined {
    const at = this.declarations.names.get(name);
    return at === undefined ? undefined : this.valueAt(at);
  }

  /** `object.name`: of a package, or a field that the file sets to the result of one call only. */
  attribute(object: CodeValue, name: string, nameSpan: Span, span: Span): CodeValue {
    const member: CodeValue = { kind: 'member', object, name, nameSpan, span };
    if (object.kind === 'name' && object.module !== undefined) {
      return this.exportOf(object.module, name) ?? member;
    }
    const field = this.declarations.fields.get(name);
    const isField = object.kind === 'name' || object.kind === 'member';
    const value = isField && field !== undefined ? this.valueAt(field) : undefined;
    return value?.kind === 'call' ? value : member;
  }

  private exportOf(module: string, name: string): CodeValue | undefined {
    const exports = this.surroundings.exportsOf?.(module);
    if (!exports) this.wanted.add(module);
    const value = exports?.get(name);
    return value && imported(value, module);
  }
}

/** https://go.dev/ref/spec#Predeclared_identifiers, but for those that are values of their own. */
const PREDECLARED = new Set(
  (
    'any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint ' +
    'uint8 uint16 uint32 uint64 uintptr iota nil append cap clear close complex copy delete imag len make max min ' +
    'new panic print println real recover _'
  ).split(' '),
);

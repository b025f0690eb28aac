import type { SyntaxNode } from '@lezer/common';
import type { Span } from '../../text/span';
import { imported } from '../code/detach';
import type { CodeEntry, CodeObject, CodeSurroundings, CodeValue } from '../code/tree';
import { children, isExpression } from './nodes';
import type { Evaluate, Scope, Source } from './scopes';
import { together } from './scopes';

/** How many classes an attribute is looked for in, from one to the one that it's derived from. */
const MOST_BASES = 10;

/** What the names of a file stand for, and the attributes of its classes and of imported modules. */
export class Names {
  /** Modules whose exports were asked for and not known. */
  readonly wanted = new Set<string>();
  /** The class that a value is, or is an object of. */
  private readonly classes = new WeakMap<CodeValue, Scope>();

  constructor(
    private readonly evaluate: Evaluate,
    private readonly surroundings: CodeSurroundings,
  ) {}

  /** The value of `name`, written at `span`. */
  value(name: string, span: Span, scope: Scope): CodeValue {
    const source = scope.lookup(name);
    if (!source) return { kind: 'name', name, span };
    return this.sourceValue(source, span) ?? { kind: 'name', name, local: true, span };
  }

  /** Says that `object` is made by calling `callee`. */
  made(object: CodeValue, callee: CodeValue): void {
    const scope = this.classes.get(callee);
    if (scope) this.classes.set(object, scope);
  }

  /** `object.name`. */
  attribute(object: CodeValue, name: string, nameSpan: Span, span: Span): CodeValue {
    const known =
      this.classAttribute(this.classes.get(object), name, span) ??
      this.moduleMember(object, name) ??
      this.enumValue(object, name);
    return known ?? { kind: 'member', object, name, nameSpan, span };
  }

  /** The value of one of the module's names, for other files. */
  exported(source: Source | undefined): CodeValue | undefined {
    if (source?.kind === 'class') return this.classObject(source.scope);
    return source?.kind === 'value' ? this.evaluate(source.node, source.scope) : undefined;
  }

  private sourceValue(source: Source, span: Span): CodeValue | undefined {
    switch (source.kind) {
      case 'value':
        return this.evaluate(source.node, source.scope);
      case 'import':
        return this.imported(source.value.module ?? '', source.value.name) ?? { ...source.value, span };
      case 'typed':
        return this.instance(source.type, source.scope, span);
      case 'class':
      case 'self': {
        const value: CodeValue = { kind: 'name', name: source.scope.name, local: true, span };
        this.classes.set(value, source.scope);
        return value;
      }
      case 'unknown':
        return undefined;
    }
  }

  /** What another file of the workspace gives a name; an empty name is the module itself. */
  private imported(module: string, name: string): CodeValue | undefined {
    if (name === '') return undefined;
    const exports = this.surroundings.exportsOf?.(module);
    if (!exports) this.wanted.add(module);
    const value = exports?.get(name);
    return value && imported(value, module);
  }

  /**
   * Something that a type is known of: `Literal['5m', '1h']` says the values too.
   * https://docs.python.org/3/library/typing.html
   */
  private instance(type: SyntaxNode, scope: Scope, span: Span): CodeValue {
    const isUnion = type.name === 'BinaryExpression';
    if (!isUnion && type.getChild('[') === null) {
      return { kind: 'instance', of: this.evaluate(type, scope), span };
    }
    const parts = children(type).filter(isExpression);
    const [outer, ...inner] = parts.map((part) => this.evaluate(part, scope));
    if (isUnion || outer?.kind !== 'name') return { kind: 'instance', of: outer ?? UNKNOWN, span };
    if (outer.name === 'Literal') {
      const oneOf = inner.flatMap((value) => (value.kind === 'string' ? [value.text] : []));
      return { kind: 'instance', of: outer, oneOf, span };
    }
    const isWrapper = /^(?:Optional|Final|Annotated|ClassVar)$/.test(outer.name);
    return { kind: 'instance', of: (isWrapper ? inner[0] : undefined) ?? outer, span };
  }

  /** `names.REQUESTS`, where `names` is a module that was imported; `Names.REQUESTS` of a class from another file. */
  private moduleMember(object: CodeValue, name: string): CodeValue | undefined {
    if (object.kind === 'object' && object.from !== undefined) {
      return object.entries.find((entry) => entry.name === name)?.value;
    }
    if (object.kind !== 'name' || object.module === undefined) return undefined;
    if (object.name === '') return this.imported(object.module, name);
    const separator = object.module.endsWith('.') ? '' : '.';
    return this.imported(object.module + separator + object.name, name);
  }

  /** `Names.REQUESTS.value` is the constant that the member is set to. */
  private enumValue(object: CodeValue, name: string): CodeValue | undefined {
    return name === 'value' && (object.kind === 'string' || object.kind === 'number') ? object : undefined;
  }

  /** What a class, or the classes that it's derived from, give an attribute. */
  private classAttribute(
    scope: Scope | undefined,
    name: string,
    span: Span,
    bases = MOST_BASES,
  ): CodeValue | undefined {
    if (!scope || bases === 0) return undefined;
    const own = scope.own(name);
    const set = scope.attributes.get(name);
    const source = set ? together(own, set) : own;
    if (source) return this.sourceValue(source, span);
    const [base] = scope.bases;
    const value = base && this.evaluate(base, scope.parent ?? scope);
    return value && this.classAttribute(this.classes.get(value), name, span, bases - 1);
  }

  /** A class as other files see it: an object of its constants. */
  private classObject(scope: Scope): CodeObject {
    const entries = [...scope.names].flatMap((name): CodeEntry[] => {
      const source = scope.own(name);
      if (source?.kind !== 'value') return [];
      const value = this.evaluate(source.node, source.scope);
      return [{ name, nameSpan: value.span, value }];
    });
    return { kind: 'object', entries, open: true, span: entries[0]?.nameSpan ?? NOWHERE };
  }
}

const NOWHERE: Span = { from: 0, to: 0 };
const UNKNOWN: CodeValue = { kind: 'unknown', span: NOWHERE };

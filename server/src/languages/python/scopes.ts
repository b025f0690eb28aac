import type { SyntaxNode } from '@lezer/common';
import type { CodeName, CodeValue } from '../code/tree';

/** Where a name gets its value. */
export type Source =
  | { readonly kind: 'value'; readonly node: SyntaxNode; readonly scope: Scope }
  | { readonly kind: 'import'; readonly value: CodeName }
  | { readonly kind: 'class'; readonly scope: Scope }
  | { readonly kind: 'self'; readonly scope: Scope }
  /** Declared by a type only: a parameter, a field. */
  | { readonly kind: 'typed'; readonly type: SyntaxNode; readonly scope: Scope }
  | { readonly kind: 'unknown' };

/** Tells the value of an expression. */
export type Evaluate = (node: SyntaxNode, scope: Scope) => CodeValue;

const UNKNOWN: Source = { kind: 'unknown' };

/** What a module, a class or a function calls by name. Blocks, lambdas and comprehensions have no scope of their own. */
export class Scope {
  private readonly sources = new Map<string, Source>();
  /** Names that `global` or `nonlocal` give to an outer scope. */
  private readonly outer = new Map<string, Scope>();
  /** Of a class: what its methods set by `self.name = …`. */
  readonly attributes = new Map<string, Source>();
  /** Of a class: what it is derived from. */
  readonly bases: SyntaxNode[] = [];

  constructor(
    readonly kind: 'module' | 'class' | 'function',
    readonly parent: Scope | undefined,
    readonly name: string,
  ) {}

  get module(): Scope {
    return this.parent?.module ?? this;
  }

  /** Every name that the scope itself binds. */
  get names(): Iterable<string> {
    return this.sources.keys();
  }

  bind(name: string, source: Source = UNKNOWN): void {
    const scope = this.outer.get(name) ?? this;
    scope.sources.set(name, together(scope.sources.get(name), source));
  }

  /** Sets an attribute of a class's objects. */
  bindAttribute(name: string, source: Source): void {
    this.attributes.set(name, together(this.attributes.get(name), source));
  }

  /** `global name` or `nonlocal name`. */
  declareOuter(name: string, keyword: string): void {
    const scope = keyword === 'global' ? this.module : this.parent;
    if (scope && scope !== this) this.outer.set(name, scope);
  }

  own(name: string): Source | undefined {
    return this.sources.get(name);
  }

  /**
   * What `name` means in this scope: functions don't see the names of the classes around them.
   * https://docs.python.org/3/reference/executionmodel.html#resolution-of-names
   */
  lookup(name: string): Source | undefined {
    let scope: Scope | undefined = this.outer.get(name) ?? this;
    let source = scope.own(name);
    while (source === undefined && scope.parent !== undefined) {
      scope = scope.parent;
      if (scope.kind !== 'class') source = scope.own(name);
    }
    return source;
  }
}

/**
 * What two bindings of one name are together: nothing that is known, unless one of them sets None, which stands for
 * a value that is still to come, or is only a type. Of imports the first counts, others are there in case it fails.
 */
export function together(first: Source | undefined, second: Source): Source {
  if (first === undefined || isPlaceholder(first)) return second;
  const isFallback = first.kind === 'import' && second.kind === 'import';
  return isFallback || isPlaceholder(second) ? first : UNKNOWN;
}

function isPlaceholder(source: Source): boolean {
  return source.kind === 'typed' || (source.kind === 'value' && source.node.name === 'None');
}

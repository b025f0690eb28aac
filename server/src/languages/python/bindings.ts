import type { SyntaxNode, SyntaxNodeRef, Tree } from '@lezer/common';
import { importedNames } from './imports';
import { children, isExpression } from './nodes';
import type { Source } from './scopes';
import { Scope } from './scopes';

/** What every name of a file is bound to. */
export interface Bindings {
  readonly module: Scope;
  /** The scope that a function's or a class's definition makes, by the offset where it starts. */
  readonly scopes: ReadonlyMap<number, Scope>;
}

/** Collects what the names of a file are bound to, in one walk. */
export function collectBindings(text: string, tree: Tree): Bindings {
  const collector = new Collector(text);
  tree.iterate({
    enter: (node) => {
      collector.enter(node);
    },
    leave: (node) => {
      collector.leave(node);
    },
  });
  return collector;
}

class Collector implements Bindings {
  readonly module = new Scope('module', undefined, '');
  readonly scopes = new Map<number, Scope>();
  private scope = this.module;

  constructor(private readonly text: string) {}

  enter(ref: SyntaxNodeRef): void {
    switch (ref.name) {
      case 'ImportStatement':
        for (const { local, value } of importedNames(this.text, ref.node)) {
          this.scope.bind(local, { kind: 'import', value });
        }
        return;
      case 'AssignStatement':
      case 'NamedExpression':
        this.assign(ref.node);
        return;
      case 'UpdateStatement':
        this.bindNames(ref.node.firstChild);
        return;
      case 'FunctionDefinition':
        this.enterFunction(ref.node);
        return;
      case 'ClassDefinition':
        this.enterClass(ref.node);
        return;
      case 'ScopeStatement':
        this.declareOuter(ref.node);
        return;
      case 'CapturePattern':
        this.bindNames(ref.node.firstChild);
        return;
      case 'LambdaExpression':
        for (const { name } of this.parameters(ref.node)) this.scope.bind(name);
        return;
      case 'for':
        this.bindLoop(ref.node);
        return;
      case 'as':
        if (ref.node.parent?.name === 'WithStatement') this.bindManaged(ref.node);
        else if (ref.node.parent?.name !== 'ImportStatement') this.bindNames(ref.node.nextSibling);
        return;
    }
  }

  leave({ name }: SyntaxNodeRef): void {
    if (name === 'FunctionDefinition' || name === 'ClassDefinition') {
      this.scope = this.scope.parent ?? this.module;
    }
  }

  private slice({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }

  private enterFunction(node: SyntaxNode): void {
    const nameNode = node.getChild('VariableName');
    const name = nameNode ? this.slice(nameNode) : '';
    const outer = this.scope;
    outer.bind(name);
    const scope = this.open('function', node, name);
    const [first, ...others] = this.parameters(node);
    if (first) {
      const isSelf = outer.kind === 'class' && !this.isStatic(node);
      scope.bind(first.name, isSelf ? { kind: 'self', scope: outer } : this.typed(first.type));
    }
    for (const { name: parameter, type } of others) scope.bind(parameter, this.typed(type));
  }

  private enterClass(node: SyntaxNode): void {
    const nameNode = node.getChild('VariableName');
    const name = nameNode ? this.slice(nameNode) : '';
    const outer = this.scope;
    const scope = this.open('class', node, name);
    outer.bind(name, { kind: 'class', scope });
    const bases = node.getChild('ArgList');
    if (bases) scope.bases.push(...children(bases).filter(isExpression));
  }

  private open(kind: 'class' | 'function', { from }: SyntaxNode, name: string): Scope {
    this.scope = new Scope(kind, this.scope, name);
    this.scopes.set(from, this.scope);
    return this.scope;
  }

  private isStatic(definition: SyntaxNode): boolean {
    const decorators = definition.parent?.getChildren('Decorator') ?? [];
    return decorators.some((decorator) => /^@\s*staticmethod\b/.test(this.slice(decorator)));
  }

  private parameters(definition: SyntaxNode): { name: string; type?: SyntaxNode }[] {
    const list = definition.getChild('ParamList');
    if (!list) return [];
    const nodes = children(list);
    return nodes.flatMap((node, index) => {
      const before = nodes[index - 1]?.name;
      if (node.name !== 'VariableName' || before === 'AssignOp') return [];
      const next = nodes[index + 1];
      const isMany = before === '*' || before === '**';
      return [{ name: this.slice(node), type: next?.name === 'TypeDef' && !isMany ? next : undefined }];
    });
  }

  private typed(type: SyntaxNode | undefined): Source {
    const expression = type && children(type).find(isExpression);
    return expression ? { kind: 'typed', type: expression, scope: this.scope } : { kind: 'unknown' };
  }

  private declareOuter(node: SyntaxNode): void {
    const [keyword, ...names] = children(node);
    for (const name of names) {
      if (keyword && name.name === 'VariableName') this.scope.declareOuter(this.slice(name), keyword.name);
    }
  }

  /** `a = b = value`, `a, b = 1, 2`, `a: T = value`, `a: T`. */
  private assign(node: SyntaxNode): void {
    const sides = splitSides(node);
    const values = sides.length > 1 ? sides.at(-1) : undefined;
    const type = node.getChild('TypeDef') ?? undefined;
    for (const side of values ? sides.slice(0, -1) : sides) {
      const targets = elements(side);
      const parts = values && targets.length > 1 ? elements(values) : values;
      for (const [index, target] of targets.entries()) {
        const value = parts?.length === targets.length ? parts[index] : undefined;
        if (value) this.bindTarget(target, { kind: 'value', node: value, scope: this.scope });
        else this.bindTarget(target, parts ? undefined : this.typed(type));
      }
    }
  }

  private bindTarget(target: SyntaxNode, source: Source | undefined): void {
    if (target.name === 'MemberExpression') this.bindMember(target, source);
    else if (target.name === 'VariableName') this.scope.bind(this.slice(target), source);
    else this.bindNames(target);
  }

  /** `self.name = value` in a method. */
  private bindMember(target: SyntaxNode, source: Source | undefined): void {
    const object = target.firstChild;
    const property = target.getChild('PropertyName');
    if (object?.name !== 'VariableName' || !property) return;
    const self = this.scope.lookup(this.slice(object));
    if (self?.kind === 'self') self.scope.bindAttribute(this.slice(property), source ?? { kind: 'unknown' });
  }

  /** Binds every name of a target to something that isn't known. */
  private bindNames(target: SyntaxNode | null): void {
    const targets = target ? [target] : [];
    for (const node of targets) {
      if (node.name === 'VariableName') this.scope.bind(this.slice(node));
      else if (/^(?:Tuple|Array|Parenthesized)Expression$/.test(node.name)) targets.push(...children(node));
    }
  }

  /** `with value as a`: what clients and sessions give there is themselves. */
  private bindManaged(keyword: SyntaxNode): void {
    const { prevSibling: value, nextSibling: target } = keyword;
    if (value && target) this.bindTarget(target, { kind: 'value', node: value, scope: this.scope });
  }

  /** `for a, b in …`, of statements and comprehensions. */
  private bindLoop(keyword: SyntaxNode): void {
    for (let node = keyword.nextSibling; node && node.name !== 'in'; node = node.nextSibling) {
      this.bindNames(node);
    }
  }
}

/** What a side of an assignment names: the elements of a tuple, with or without brackets. */
function elements(side: readonly SyntaxNode[]): readonly SyntaxNode[] {
  const [only] = side;
  return side.length === 1 && only?.name === 'TupleExpression' ? children(only).filter(isExpression) : side;
}

/** The expressions of each side of an assignment: `a, b = c = 1` has the sides [a, b], [c] and [1]. */
function splitSides(assignment: SyntaxNode): SyntaxNode[][] {
  const sides: SyntaxNode[][] = [[]];
  for (const child of children(assignment)) {
    if (child.name === 'AssignOp') sides.push([]);
    else if (isExpression(child) && child.name !== 'TypeDef') sides.at(-1)?.push(child);
  }
  return sides;
}

import { exportName, patternHolder, specifiers, unquoted } from './patterns';
import { nodeKinds } from './syntax';
import type { Node, Syntax } from './syntax';

/** What a name is declared as. */
export type Binding = ImportBinding | DeclaredBinding;

export interface ImportBinding {
  readonly kind: 'import';
  readonly module: string;
  /** As the module calls it; empty for its default, `*` for all of it. */
  readonly name: string;
}

export interface DeclaredBinding {
  readonly kind: 'variable' | 'parameter' | 'function' | 'class' | 'enum' | 'namespace' | 'other';
  /** The node of the name where it is declared. */
  readonly node: Node;
  /** What is assigned to it elsewhere; undefined for what is no plain assignment. */
  readonly writes: (Node | undefined)[];
}

interface Scope {
  readonly parent: Scope | undefined;
  /** True for those that `var` declares its names in. */
  readonly isFunction: boolean;
  readonly names: Map<string, Binding>;
  /** Declarations of aliases, interfaces and enums. */
  readonly types: Map<string, Node>;
}

const FUNCTIONS = nodeKinds(
  'Script',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunction',
  'MethodDeclaration',
  'StaticBlock',
  'Property',
);
const SCOPES = nodeKinds(
  'Script',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunction',
  'MethodDeclaration',
  'StaticBlock',
  'Block',
  'ForStatement',
  'CatchClause',
  'SwitchBody',
  'ClassExpression',
);
const METHODS = nodeKinds('Property');
/** The nodes that declare or write a name. */
const NOTED = nodeKinds(
  'VariableDefinition',
  'TypeDefinition',
  'ImportDeclaration',
  'AssignmentExpression',
  'PostfixExpression',
  'UnaryExpression',
  'ForOfSpec',
  'ForInSpec',
);

/** The names that a program declares, each in its scope. */
export class Scopes {
  /** Assignments, in order. */
  readonly assignments: Node[] = [];
  private readonly scopes: Scope[] = [];
  /** The scope of each node, as an index. */
  private readonly scopeOf: Int32Array;
  private readonly writes: { readonly target: Node; readonly value: Node | undefined }[] = [];

  constructor(private readonly syntax: Syntax) {
    this.scopeOf = new Int32Array(syntax.size);
    for (let node = 0; node < syntax.size; node++) {
      const parent = syntax.parent(node);
      let scope = parent === undefined ? -1 : (this.scopeOf[parent] ?? -1);
      if (this.opensScope(node)) scope = this.openScope(node, this.scopes[scope]);
      this.scopeOf[node] = scope;
      if (syntax.is(node, NOTED)) this.note(node);
    }
    for (const { target, value } of this.writes) {
      const binding = this.lookup(syntax.text(target), target);
      if (binding && binding.kind !== 'import') binding.writes.push(value);
    }
  }

  /** What `name` means at `node`. */
  lookup(name: string, node: Node): Binding | undefined {
    for (let scope = this.scopeAt(node); scope; scope = scope.parent) {
      const binding = scope.names.get(name);
      if (binding) return binding;
    }
    return undefined;
  }

  /** The declaration of an alias, interface or enum that `name` means at `node`. */
  lookupType(name: string, node: Node): Node | undefined {
    for (let scope = this.scopeAt(node); scope; scope = scope.parent) {
      const declaration = scope.types.get(name);
      if (declaration !== undefined) return declaration;
    }
    return undefined;
  }

  /** What `name` is declared as in the scope that `node` makes itself, as a block does. */
  member(name: string, node: Node): Binding | undefined {
    return this.scopeAt(node)?.names.get(name);
  }

  private scopeAt(node: Node): Scope | undefined {
    return this.scopes[this.scopeOf[node] ?? -1];
  }

  private opensScope(node: Node): boolean {
    const { syntax } = this;
    if (syntax.is(node, SCOPES)) return true;
    return syntax.is(node, METHODS) && syntax.child(node, 'ParamList') !== undefined;
  }

  private openScope(node: Node, parent: Scope | undefined): number {
    const isFunction = this.syntax.is(node, FUNCTIONS);
    return this.scopes.push({ parent, isFunction, names: new Map(), types: new Map() }) - 1;
  }

  private note(node: Node): void {
    const { syntax } = this;
    const scope = this.scopeAt(node);
    if (!scope) return;
    switch (syntax.name(node)) {
      case 'VariableDefinition':
        this.noteDefinition(node, scope);
        break;
      case 'TypeDefinition':
        this.noteType(node, scope);
        break;
      case 'ImportDeclaration':
        this.noteImports(node, scope);
        break;
      case 'AssignmentExpression':
        this.noteAssignment(node);
        break;
      case 'PostfixExpression':
      case 'UnaryExpression': {
        const operator = syntax.child(node, 'ArithOp');
        const target = syntax.child(node, 'VariableName');
        const isStep = operator !== undefined && syntax.to(operator) - syntax.from(operator) === 2;
        if (isStep && target !== undefined) this.writes.push({ target, value: undefined });
        break;
      }
      default: {
        // `for (name of …)`
        const target = syntax.children(node)[1];
        if (target !== undefined && syntax.name(target) === 'VariableName') {
          this.writes.push({ target, value: undefined });
        }
      }
    }
  }

  private noteDefinition(node: Node, scope: Scope): void {
    const { syntax } = this;
    const holder = patternHolder(syntax, node);
    switch (syntax.name(holder)) {
      case 'VariableDeclaration': {
        const isVar = syntax.child(holder, 'var') !== undefined;
        this.bind('variable', node, isVar ? functionScope(scope) : scope);
        break;
      }
      case 'ParamList': {
        // Parameters of a type, `(name: string) => void`, are names that nothing can refer to.
        const owner = syntax.parent(holder);
        if (owner !== undefined && syntax.is(owner, FUNCTIONS)) this.bind('parameter', node, scope);
        break;
      }
      case 'FunctionDeclaration':
        this.bind('function', node, scope.parent ?? scope);
        break;
      case 'AmbientFunctionDeclaration':
        this.bind('function', node, scope);
        break;
      case 'ClassDeclaration':
        this.bind('class', node, scope);
        break;
      case 'NamespaceDeclaration':
        this.bind('namespace', node, scope);
        break;
      case 'AssignmentExpression':
        this.writes.push({ target: node, value: undefined });
        break;
      case 'ImportDeclaration':
      case 'ImportGroup':
        break;
      default:
        this.bind('other', node, scope);
    }
  }

  private bind(kind: DeclaredBinding['kind'], node: Node, { names }: Scope): void {
    const name = this.syntax.text(node);
    const known = names.get(name);
    // What is declared twice (`var`, or an error) is no constant.
    if (known && known.kind !== 'import' && kind !== 'function') known.writes.push(undefined);
    else names.set(name, { kind, node, writes: [] });
  }

  private noteType(node: Node, scope: Scope): void {
    const { syntax } = this;
    const declaration = syntax.parent(node);
    if (declaration === undefined || syntax.name(declaration) === 'TypeParamList') return;
    scope.types.set(syntax.text(node), declaration);
    if (syntax.name(declaration) === 'EnumDeclaration') this.bind('enum', node, scope);
  }

  private noteImports(declaration: Node, { names }: Scope): void {
    const { syntax } = this;
    const source = syntax.child(declaration, 'String');
    const module = source === undefined ? undefined : unquoted(syntax.text(source));
    for (const child of syntax.children(declaration)) {
      if (syntax.name(child) === 'VariableDefinition') {
        // `import name = …` has no module behind it.
        const binding: Binding =
          module === undefined
            ? { kind: 'variable', node: child, writes: [] }
            : { kind: 'import', module, name: syntax.child(declaration, 'Star') === undefined ? '' : '*' };
        names.set(syntax.text(child), binding);
      } else if (syntax.name(child) === 'ImportGroup' && module !== undefined) {
        for (const { name, alias } of specifiers(syntax, child)) {
          names.set(syntax.text(alias), { kind: 'import', module, name: exportName(name) });
        }
      }
    }
  }

  private noteAssignment(node: Node): void {
    const { syntax } = this;
    this.assignments.push(node);
    const [target, operator, value] = syntax.children(node);
    if (target === undefined || operator === undefined || syntax.name(target) !== 'VariableName') return;
    this.writes.push({ target, value: syntax.name(operator) === 'Equals' ? value : undefined });
  }
}

function functionScope(scope: Scope): Scope {
  let at = scope;
  while (!at.isFunction && at.parent) at = at.parent;
  return at;
}

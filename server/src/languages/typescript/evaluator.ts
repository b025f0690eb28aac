import { imported } from '../code/detach';
import type { CodeCall, CodeSurroundings, CodeValue } from '../code/tree';
import { Classes } from './classes';
import { declaredValue } from './declarations';
import { foreignSuperclass, superclassNode } from './inheritance';
import { knownCall, moduleValue } from './known-calls';
import { importedValue, memberParts, memberValue } from './members';
import { LazyCall, LazyList, LazyObject } from './nodes';
import { typeOfObject } from './object-type';
import type { Binding, DeclaredBinding, Scopes } from './scopes';
import { addedOperands, joinedString, literalString, templateString, transparent } from './strings';
import type { Node, Syntax } from './syntax';
import { entryOf, unknown } from './values';
import type { Values } from './values';

/** How many values may be asked for to tell one: chains of constants that are longer are not followed. */
const DEEPEST = 64;

/** Tags that change nothing but blanks at the starts of lines. */
const LAYOUT_TAGS = new Set(['dedent', 'ts-dedent', 'outdent', 'common-tags', 'endent', 'strip-indent']);

/** The values of one file's expressions, each made when it is first asked for. */
export class Evaluator implements Values {
  /** Modules whose exports were asked for and not known. */
  readonly wanted = new Set<string>();
  private readonly known = new Map<Node, CodeValue>();
  private readonly declaredValues = new Map<DeclaredBinding, CodeValue>();
  private readonly imports = new Map<string, CodeValue | undefined>();
  private readonly classes: Classes;
  private memberWrites: Map<Binding, Map<string, Node[]>> | undefined;
  private depth = 0;

  constructor(
    readonly syntax: Syntax,
    readonly scopes: Scopes,
    private readonly surroundings: CodeSurroundings,
  ) {
    this.classes = new Classes(this);
  }

  valueOf(node: Node): CodeValue {
    const known = this.known.get(node);
    if (known) return known;
    // Operands first: chains of members and the like lean to the left, as deep as the file is long.
    const chain = [node];
    let operand = this.operand(node);
    while (operand !== undefined && !this.known.has(operand)) {
      chain.push(operand);
      operand = this.operand(operand);
    }
    let value = unknown(this.syntax.span(node));
    for (let at = chain.pop(); at !== undefined; at = chain.pop()) {
      value = unknown(this.syntax.span(at));
      // Until it is known: what needs its own value to tell it has none.
      this.known.set(at, value);
      if (this.depth < DEEPEST) value = this.compute(at);
      this.known.set(at, value);
    }
    return value;
  }

  /** The call at `node` itself, whatever it is known to give. */
  callAt(node: Node): CodeCall {
    const value = this.valueOf(node);
    return value instanceof LazyCall && value.node === node ? value : new LazyCall(this, node);
  }

  declared(binding: DeclaredBinding): CodeValue {
    let value = this.declaredValues.get(binding);
    if (!value) {
      // What a constant is set to by itself, in a circle, is not known.
      this.declaredValues.set(binding, unknown(this.syntax.span(binding.node)));
      value = this.inheritedClass(binding) ?? declaredValue(this, binding);
      this.declaredValues.set(binding, value);
    }
    return value;
  }

  exportsOf(module: string): ReadonlyMap<string, CodeValue> | undefined {
    const exports = this.surroundings.exportsOf?.(module);
    if (!exports) this.wanted.add(module);
    return exports;
  }

  exportOf(module: string, name: string): CodeValue | undefined {
    const key = `${module}\n${name}`;
    if (this.imports.has(key)) return this.imports.get(key);
    const value = this.exportsOf(module)?.get(name === '' ? 'default' : name);
    const result = value && value.kind !== 'unknown' ? imported(value, module) : undefined;
    this.imports.set(key, result);
    return result;
  }

  typeOfObject(node: Node): CodeValue | undefined {
    return typeOfObject(this, node);
  }

  private compute(node: Node): CodeValue {
    this.depth++;
    const value = this.expression(node);
    this.depth--;
    return value;
  }

  private expression(node: Node): CodeValue {
    const { syntax } = this;
    const span = syntax.span(node);
    const inner = transparent(syntax, node);
    if (inner !== undefined) return this.valueOf(inner);
    switch (syntax.name(node)) {
      case 'String':
        return literalString(syntax, node);
      case 'TemplateString':
        return templateString(this, node);
      case 'TaggedTemplateExpression':
        return this.tagged(node);
      case 'Number':
        return { kind: 'number', span, value: numberOf(syntax.text(node)) };
      case 'BooleanLiteral':
        return { kind: 'boolean', span, value: syntax.text(node) === 'true' };
      case 'UnaryExpression':
        return this.negated(node);
      case 'BinaryExpression':
        return this.added(node);
      case 'ArrayExpression':
        return new LazyList(this, node);
      case 'ObjectExpression':
        return new LazyObject(this, node);
      case 'CallExpression':
        return knownCall(this, node) ?? new LazyCall(this, node);
      case 'NewExpression':
        return new LazyCall(this, node);
      case 'DynamicImport':
        return moduleValue(this, node, syntax.children(node)[2]) ?? unknown(span);
      case 'AwaitExpression': {
        const operand = this.operand(node);
        return operand === undefined ? unknown(span) : this.valueOf(operand);
      }
      case 'MemberExpression':
        return this.member(node);
      case 'VariableName':
      case 'PropertyDefinition':
        return this.named(node);
      case 'this': {
        const classNode = this.classes.around(node);
        return classNode === undefined
          ? { kind: 'name', span, name: 'this', local: true }
          : this.classes.instance(classNode, node);
      }
      case 'super': {
        const classNode = this.classes.around(node);
        const base = classNode === undefined ? undefined : superclassNode(syntax, classNode);
        return base === undefined ? unknown(span) : this.valueOf(base);
      }
      default:
        return unknown(span);
    }
  }

  /** The node whose value the value of `node` is made of, where such chains may be long. */
  private operand(node: Node): Node | undefined {
    const { syntax } = this;
    switch (syntax.name(node)) {
      case 'MemberExpression':
        return syntax.first(node);
      case 'AwaitExpression':
        return syntax.children(node)[1];
      default:
        return transparent(syntax, node);
    }
  }

  private named(node: Node): CodeValue {
    const { syntax } = this;
    const name = syntax.text(node);
    const span = syntax.span(node);
    const binding = this.scopes.lookup(name, node);
    if (!binding) return { kind: 'name', span, name };
    return binding.kind === 'import' ? importedValue(this, binding, span) : this.declared(binding);
  }

  private tagged(node: Node): CodeValue {
    const { syntax } = this;
    const tag = syntax.first(node);
    const template = syntax.child(node, 'TemplateString');
    if (tag === undefined || template === undefined) return unknown(syntax.span(node));
    if (syntax.text(tag) === 'String.raw') return templateString(this, template, true);
    const value = this.valueOf(tag);
    const isLayout = value.kind === 'name' && value.module !== undefined && LAYOUT_TAGS.has(value.module);
    return isLayout ? templateString(this, template) : unknown(syntax.span(node));
  }

  private negated(node: Node): CodeValue {
    const { syntax } = this;
    const span = syntax.span(node);
    const [operator, operand] = syntax.children(node);
    if (operator === undefined || operand === undefined || syntax.name(operand) !== 'Number')
      return unknown(span);
    const value = numberOf(syntax.text(operand));
    const sign = syntax.text(operator);
    return sign === '-' || sign === '+'
      ? { kind: 'number', span, value: sign === '-' ? -value : value }
      : unknown(span);
  }

  private added(node: Node): CodeValue {
    const { syntax } = this;
    const span = syntax.span(node);
    const operands = addedOperands(syntax, node);
    const isString = operands?.some((operand) => this.valueOf(operand).kind === 'string');
    return operands && isString ? joinedString(this, span, operands) : unknown(span);
  }

  private member(node: Node): CodeValue {
    const { syntax } = this;
    const parts = memberParts(this, node);
    if (!parts?.member) return unknown(syntax.span(node));
    const { object, member } = parts;
    if (syntax.name(object) === 'this') {
      const classNode = this.classes.around(object);
      const value = classNode === undefined ? undefined : this.classes.member(classNode, member.name, false);
      if (value) return value;
    }
    if (syntax.name(object) === 'VariableName') {
      const value = this.declaredMember(object, member.name);
      if (value) return value;
    }
    return memberValue(this, node, parts.object, member);
  }

  /** A member of what the file declares: static ones, those of namespaces, and those that are set later. */
  private declaredMember(object: Node, name: string): CodeValue | undefined {
    const { syntax, scopes } = this;
    const binding = scopes.lookup(syntax.text(object), object);
    if (!binding || binding.kind === 'import') return undefined;
    const declaration = syntax.parent(binding.node);
    if (binding.kind === 'class') {
      return declaration === undefined ? undefined : this.classes.member(declaration, name, true);
    }
    if (binding.kind === 'namespace') {
      const block = declaration === undefined ? undefined : syntax.child(declaration, 'Block');
      const inner = block === undefined ? undefined : scopes.member(name, block);
      return inner && inner.kind !== 'import' ? this.declared(inner) : undefined;
    }
    const [only, ...others] = this.writesTo(binding).get(name) ?? [];
    if (only === undefined) return undefined;
    const whole = this.declared(binding);
    const isKnown = whole.kind === 'object' && entryOf(whole, name) !== undefined;
    return others.length || isKnown ? unknown(syntax.span(object)) : this.valueOf(only);
  }

  /** What is assigned to members of a variable: `metrics.requests = new Counter(…)`. */
  private writesTo(binding: Binding): Map<string, Node[]> {
    this.memberWrites ??= this.collectMemberWrites();
    return this.memberWrites.get(binding) ?? new Map<string, Node[]>();
  }

  private collectMemberWrites(): Map<Binding, Map<string, Node[]>> {
    const { syntax, scopes } = this;
    const writes = new Map<Binding, Map<string, Node[]>>();
    for (const assignment of scopes.assignments) {
      const [target, , value] = syntax.children(assignment);
      if (target === undefined || value === undefined || syntax.name(target) !== 'MemberExpression') continue;
      const [object, , property] = syntax.children(target);
      if (object === undefined || property === undefined || syntax.name(object) !== 'VariableName') continue;
      const binding = syntax.name(property) === 'PropertyName' && scopes.lookup(syntax.text(object), object);
      if (!binding) continue;
      const ofBinding = writes.get(binding) ?? new Map<string, Node[]>();
      writes.set(binding, ofBinding);
      const name = syntax.text(property);
      const values = ofBinding.get(name);
      if (values) values.push(value);
      else ofBinding.set(name, [value]);
    }
    return writes;
  }

  /** A class that inherits its constructor is, for those who make instances, its superclass. */
  private inheritedClass(binding: DeclaredBinding): CodeValue | undefined {
    const declaration = binding.kind === 'class' ? this.syntax.parent(binding.node) : undefined;
    if (declaration === undefined || this.classes.hasConstructor(declaration)) return undefined;
    return foreignSuperclass(this, declaration);
  }
}

/** The value of a number literal, of any base, with separators, or of a big integer. */
function numberOf(text: string): number {
  return Number(text.replaceAll('_', '').replace(/n$/, ''));
}

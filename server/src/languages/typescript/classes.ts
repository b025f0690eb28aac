import type { CodeValue } from '../code/tree';
import { foreignSuperclass, localSuperclass } from './inheritance';
import { propertyKey } from './nodes';
import type { Node } from './syntax';
import { annotated } from './type-syntax';
import { valueOfType } from './types';
import { isVague } from './values';
import type { Values } from './values';

/** Classes of a file that extend one another, as far as they are followed. */
const DEEPEST = 8;

/** What a class says about one of its members. */
interface Field {
  /** Where it is declared, for values that a type gives. */
  node: Node;
  /** Everything that is assigned to it; undefined for what is no plain assignment. */
  readonly written: (Node | undefined)[];
  type?: Node;
}

/** The fields of the classes of a file. */
export class Classes {
  private readonly known = new Map<Node, ReadonlyMap<string, Field>>();
  private readonly pending = new Set<Field>();
  private assignments: Map<Node, Assignment[]> | undefined;

  constructor(private readonly values: Values) {}

  /** The class that `this` at `node` is an instance of. */
  around(node: Node): Node | undefined {
    const { syntax } = this.values;
    for (let at = syntax.parent(node); at !== undefined; at = syntax.parent(at)) {
      const name = syntax.name(at);
      if (name === 'ClassBody') return syntax.parent(at);
      if (name === 'FunctionDeclaration' || name === 'FunctionExpression') return undefined;
      if (name === 'Property' && syntax.child(at, 'ParamList') !== undefined) return undefined;
    }
    return undefined;
  }

  /** The value of `this.name` (`Class.name` for `isStatic`); undefined where the class doesn't tell it. */
  member(classNode: Node, name: string, isStatic: boolean): CodeValue | undefined {
    let at: Node | undefined = classNode;
    for (let depth = 0; at !== undefined && depth < DEEPEST; depth++) {
      const field = this.fields(at).get(fieldKey(name, isStatic));
      if (field) return this.valueOf(field);
      at = localSuperclass(this.values, at);
    }
    return undefined;
  }

  /** What `this` is inside of the class, and what its name means as a type. */
  instance(classNode: Node, node: Node): CodeValue {
    const span = this.values.syntax.span(node);
    const base = foreignSuperclass(this.values, classNode);
    return base ? { kind: 'instance', span, of: base } : { kind: 'name', span, name: 'this', local: true };
  }

  /** True when the class has a constructor of its own, so that `new` takes other arguments than its superclass. */
  hasConstructor(classNode: Node): boolean {
    return this.items(classNode).some((item) => this.isConstructor(item));
  }

  private valueOf(field: Field): CodeValue | undefined {
    const { values } = this;
    const [only, ...others] = field.written;
    if (this.pending.has(field)) return undefined;
    this.pending.add(field);
    const value = only === undefined || others.length ? undefined : values.valueOf(only);
    this.pending.delete(field);
    if (value && !(isVague(value) && field.type !== undefined)) return value;
    return field.type === undefined
      ? undefined
      : valueOfType(values, field.type, values.syntax.span(field.node));
  }

  private fields(classNode: Node): ReadonlyMap<string, Field> {
    let fields = this.known.get(classNode);
    if (!fields) this.known.set(classNode, (fields = this.collect(classNode)));
    return fields;
  }

  private collect(classNode: Node): Map<string, Field> {
    const { syntax } = this.values;
    const fields = new Map<string, Field>();
    for (const item of this.items(classNode)) {
      if (syntax.name(item) === 'PropertyDeclaration') this.addProperty(fields, item);
      else if (this.isConstructor(item)) this.addParameters(fields, item);
    }
    this.addAssignments(fields, classNode);
    return fields;
  }

  private items(classNode: Node): readonly Node[] {
    const body = this.values.syntax.child(classNode, 'ClassBody');
    return body === undefined ? [] : this.values.syntax.children(body);
  }

  private isConstructor(item: Node): boolean {
    const { syntax } = this.values;
    const name =
      syntax.name(item) === 'MethodDeclaration' ? syntax.child(item, 'PropertyDefinition') : undefined;
    return name !== undefined && syntax.text(name) === 'constructor';
  }

  private addProperty(fields: Map<string, Field>, item: Node): void {
    const { syntax } = this.values;
    const key = propertyKey(this.values, item);
    if (!key) return;
    const annotation = syntax.child(item, 'TypeAnnotation');
    const equals = syntax.child(item, 'Equals');
    const type = annotation === undefined ? undefined : annotated(syntax, annotation);
    const initial = equals === undefined ? undefined : syntax.next(equals);
    const isStatic = syntax.child(item, 'static') !== undefined;
    fields.set(fieldKey(key.name, isStatic), {
      node: syntax.first(item) ?? item,
      written: initial === undefined ? [] : [initial],
      ...(type !== undefined && { type }),
    });
  }

  /** Parameter properties: `constructor(private readonly prom: PrometheusDriver)`. */
  private addParameters(fields: Map<string, Field>, constructor: Node): void {
    const { syntax } = this.values;
    const params = syntax.child(constructor, 'ParamList');
    let isProperty = false;
    let field: Field | undefined;
    for (const child of params === undefined ? [] : syntax.children(params)) {
      switch (syntax.name(child)) {
        case ',':
          isProperty = false;
          field = undefined;
          break;
        case 'Privacy':
        case 'readonly':
          isProperty = true;
          break;
        case 'VariableDefinition':
          if (!isProperty) break;
          field = { node: child, written: [] };
          fields.set(fieldKey(syntax.text(child), false), field);
          break;
        case 'TypeAnnotation': {
          const type = annotated(syntax, child);
          if (field && type !== undefined) field.type = type;
        }
      }
    }
  }

  /** `this.name = …` anywhere in the class. */
  private addAssignments(fields: Map<string, Field>, classNode: Node): void {
    const { syntax } = this.values;
    this.assignments ??= this.assignmentsToThis();
    for (const { property, value } of this.assignments.get(classNode) ?? []) {
      const key = fieldKey(syntax.text(property), false);
      const field = fields.get(key) ?? { node: property, written: [] };
      field.written.push(value);
      fields.set(key, field);
    }
  }

  private assignmentsToThis(): Map<Node, Assignment[]> {
    const { syntax, scopes } = this.values;
    const byClass = new Map<Node, Assignment[]>();
    for (const assignment of scopes.assignments) {
      const [target, operator, assigned] = syntax.children(assignment);
      if (target === undefined || operator === undefined || syntax.name(target) !== 'MemberExpression')
        continue;
      const [object, , property] = syntax.children(target);
      if (object === undefined || property === undefined || syntax.name(object) !== 'this') continue;
      const classNode = NAMES.has(syntax.name(property)) ? this.around(object) : undefined;
      if (classNode === undefined) continue;
      const value = syntax.name(operator) === 'Equals' ? assigned : undefined;
      const known = byClass.get(classNode);
      if (known) known.push({ property, value });
      else byClass.set(classNode, [{ property, value }]);
    }
    return byClass;
  }
}

/** `this.property = value`; without a value for `+=` and the like. */
interface Assignment {
  readonly property: Node;
  readonly value: Node | undefined;
}

const NAMES = new Set(['PropertyName', 'PrivatePropertyName']);

function fieldKey(name: string, isStatic: boolean): string {
  return isStatic ? `static ${name}` : name;
}

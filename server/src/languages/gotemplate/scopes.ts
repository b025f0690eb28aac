import type { Span } from '../../text/span';
import type { DeclaredVariable } from './ast';

interface OpenVariable extends DeclaredVariable {
  scope: { from: number; to: number };
}

/** The variables of one template: the main one, or the body of a `define` or `block`, which sees no others. */
interface Frame {
  readonly open: OpenVariable[];
  readonly counts: Map<string, number>;
  rangeDepth: number;
}

const MOST_NAMES = 100;

/**
 * Which variables are defined where, as text/template/parse keeps them (`Tree.vars`): a variable lives from
 * its declaration to the `{{end}}` of the block around it, `else` branches included.
 */
export class VariableScopes {
  #frame: Frame;
  readonly #outer: Frame[] = [];
  /** All variables ever declared, in order. */
  readonly declared: OpenVariable[] = [];

  constructor(
    predeclared: Iterable<string>,
    readonly end: number,
  ) {
    this.#frame = newFrame(['$', ...predeclared]);
  }

  has(name: string): boolean {
    return (this.#frame.counts.get(name) ?? 0) > 0;
  }

  /** The names that can be used now, for suggestions; none where they are too many to look through. */
  names(): string[] {
    const { counts } = this.#frame;
    if (counts.size > MOST_NAMES) return [];
    return [...counts].filter(([name, count]) => count > 0 && name !== '$').map(([name]) => name);
  }

  /** Declares the variable that is named at `span`, for what follows `from`. */
  declare(name: string, span: Span, from: number): void {
    const variable = { name, span, scope: { from, to: this.end } };
    this.declared.push(variable);
    this.#frame.open.push(variable);
    this.#count(this.#frame, name, 1);
  }

  /** A point to go back to with `release`. */
  mark(): number {
    return this.#frame.open.length;
  }

  /** Forgets what was declared since `mark`; it could be used up to `at`. */
  release(mark: number, at: number): void {
    for (const variable of this.#frame.open.splice(mark)) {
      variable.scope.to = at;
      this.#count(this.#frame, variable.name, -1);
    }
  }

  enterTemplate(): void {
    this.#outer.push(this.#frame);
    this.#frame = newFrame(['$']);
  }

  leaveTemplate(at: number): void {
    this.release(0, at);
    this.#frame = this.#outer.pop() ?? this.#frame;
  }

  get inRange(): boolean {
    return this.#frame.rangeDepth > 0;
  }

  enterRange(): void {
    this.#frame.rangeDepth++;
  }

  leaveRange(): void {
    this.#frame.rangeDepth--;
  }

  #count(frame: Frame, name: string, by: number): void {
    frame.counts.set(name, (frame.counts.get(name) ?? 0) + by);
  }
}

function newFrame(names: readonly string[]): Frame {
  return { open: [], counts: new Map(names.map((name) => [name, 1])), rangeDepth: 0 };
}

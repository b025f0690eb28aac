import type { Doc, Measure, Piece } from './format-doc';

export interface RenderOptions {
  /** The longest that a node may be on one line, in UTF-8 bytes and without its indentation. */
  readonly width: number;
  /** One level of indentation. */
  readonly indent: string;
  /** More characters than this are not written; the answer is undefined. */
  readonly limit: number;
}

type Task =
  | { readonly do: 'doc'; readonly doc: Doc; readonly level: number; readonly flat: boolean }
  | { readonly do: 'close'; readonly piece: Piece; readonly level: number }
  | { readonly do: 'line'; readonly level: number }
  | { readonly do: 'glue'; readonly text: string };

/**
 * The lines of `root`, broken as prettier.go does: a node that is too long is spread over lines, its parts one
 * level deeper. `ending` are comments on lines of their own after everything.
 */
export function render(
  root: Doc,
  ending: readonly string[],
  measures: ReadonlyMap<Doc, Measure>,
  options: RenderOptions,
): string | undefined {
  const lines = new Lines(options.indent);
  const tasks: Task[] = [{ do: 'doc', doc: root, level: 0, flat: false }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    if (lines.length > options.limit) return undefined;
    if (task.do === 'line') lines.next(task.level);
    else if (task.do === 'glue') lines.glue(task.text);
    else if (task.do === 'close') lines.piece(task.piece, task.level + 1);
    else for (const next of expand(task.doc, task.level, task.flat).reverse()) tasks.push(next);
  }
  return lines.end(ending);

  function expand(doc: Doc, level: number, flat: boolean): Task[] {
    const { size, inner } = measures.get(doc) ?? { size: 0, inner: false };
    const fits =
      flat || !(inner || (size > options.width && !(doc.kind === 'block' && doc.breaks === 'comments')));
    switch (doc.kind) {
      case 'piece':
        lines.piece(doc);
        return [];
      case 'prefixed':
        lines.prefix(doc.prefix);
        return [part(doc.doc, level, flat)];
      case 'suffixed':
        // Upstream forgets the indentation of a subquery that fits on its line (`SubqueryExpr.Pretty`).
        if (!flat && fits) lines.indentTo(0);
        return [part(doc.doc, level, fits), part(doc.suffix, level, true)];
      case 'infix': {
        if (fits) return joined([doc.lhs, doc.op, doc.rhs], { do: 'glue', text: ' ' }, level);
        lines.indentTo(level + 1);
        return [
          part(doc.lhs, level + 1, false),
          { do: 'line', level },
          part(doc.op, level, false),
          { do: 'line', level: level + 1 },
          part(doc.rhs, level + 1, false),
        ];
      }
      case 'block':
        if (fits) {
          const items = joined(doc.items, { do: 'glue', text: doc.glue }, level);
          return [part(doc.open, level, true), ...items, part(doc.close, level, true)];
        }
        return [
          part(doc.open, level, false),
          ...doc.items.flatMap((item, i): Task[] => [
            ...(i > 0 ? [{ do: 'glue', text: ',' } as const] : []),
            { do: 'line', level: level + 1 },
            part(item, level + 1, false),
          ]),
          { do: 'line', level },
          { do: 'close', piece: doc.close, level },
        ];
    }
  }
}

function part(doc: Doc, level: number, flat: boolean): Task {
  return { do: 'doc', doc, level, flat };
}

/** The docs on one line with `glue` between. */
function joined(docs: readonly Doc[], glue: Task, level: number): Task[] {
  return docs.flatMap((doc, i) => (i > 0 ? [glue, part(doc, level, true)] : [part(doc, level, true)]));
}

/** Text under construction: knows what still waits for the line's start and for its end. */
class Lines {
  readonly #out: string[] = [];
  #length = 0;
  /** Indentation of the line that has begun, until its first piece; undefined inside a line. */
  #level: number | undefined = 0;
  #prefix = '';
  /** Comments for the end of this line. */
  #trail: string[] = [];
  /** Comments for lines of their own, in front of the next piece. */
  #lead: string[] = [];

  constructor(readonly indent: string) {}

  get length(): number {
    return this.#length;
  }

  /** Writes a piece; comments in front of it are as deep as itself, or at `commentLevel`. */
  piece({ text, lead, trail }: Piece, commentLevel = this.#level): void {
    if (this.#level !== undefined) {
      const comments = [...this.#lead, ...lead];
      // What heads the whole expression stays at the margin.
      const margin = this.#length === 0 ? '' : this.indent.repeat(commentLevel ?? this.#level);
      for (const comment of comments) this.#write(`${margin}${comment}\n`);
      this.#write(this.indent.repeat(this.#level));
      this.#lead = [];
      this.#level = undefined;
    } else {
      this.#trail.push(...lead);
    }
    this.#write(this.#prefix + text);
    this.#prefix = '';
    this.#trail.push(...trail);
  }

  /** Punctuation that sticks to the piece before it, in front of that one's comment. */
  glue(text: string): void {
    this.#write(text);
  }

  prefix(text: string): void {
    this.#prefix += text;
  }

  /** Changes the indentation of a line that has begun, unless a sign holds what follows at its place. */
  indentTo(level: number): void {
    if (this.#level !== undefined && this.#prefix === '') this.#level = level;
  }

  next(level: number): void {
    const [first, ...rest] = this.#trail;
    if (first !== undefined) this.#write(` ${first}`);
    this.#write('\n');
    this.#lead.push(...rest);
    this.#trail = [];
    this.#level = level;
  }

  end(comments: readonly string[]): string {
    this.next(0);
    for (const comment of [...this.#lead, ...comments]) this.#write(`${comment}\n`);
    return this.#out.join('').slice(0, -1);
  }

  #write(text: string): void {
    this.#out.push(text);
    this.#length += text.length;
  }
}

import type {
  AggregateExpr,
  BinaryExpr,
  CallExpr,
  Expr,
  MatrixSelector,
  SubqueryExpr,
  VectorSelector,
} from './ast';
import { constantOf, unwrapped } from './constants';
import { arithmetic, comparison, setOperation } from './explain-binary';
import { fill, type Filling } from './explain-fill';
import {
  cut,
  durationWords,
  namesOf,
  periodWords,
  listed,
  rangeWords,
  selectorWords,
  timeWords,
  unitOfMetric,
} from './explain-parts';
import { AGGREGATION_PHRASES, COMPARISONS, FUNCTION_PHRASES, type Phrase } from './explain-phrases';
import { inline, noun, sentence, UNREAD, type ExpressionReader, type Reading } from './explain-reading';
import type { MetricKnowledge } from './knowledge';
import { durationInWords } from './words';

/** What lies deeper than this is `…`; a reader is lost before. */
const DEEPEST = 12;
const MOST_ARGUMENTS = 8;
const LONGEST = 1000;
/** Aggregations that give one value for each group, whatever it is. */
const ONE_A_GROUP = new Set(['count', 'group', 'sum', 'max', 'min', 'avg']);

/**
 * What a whole expression says, as one English sentence: `For each service: the share of …; only where it is above
 * 0.05 (5 %).` Sound for any expression; what is missing, unknown or too deep is `…`.
 */
export function explain(expr: Expr, knowledge?: MetricKnowledge): string {
  const reading = new Reader(knowledge).read(expr, DEEPEST);
  const isSelector = unwrapped(expr).kind === 'selector';
  return cut(sentence(isSelector ? noun(`the values of ${reading.noun}`) : reading), LONGEST);
}

class Reader implements ExpressionReader {
  /** Some phrases look at an operand twice; without these, nesting would multiply the work. */
  readonly #readings = new Map<Expr, Reading>();

  constructor(readonly knowledge?: MetricKnowledge) {}

  /** The reading of an expression, at most `depth` levels of it. */
  read(outer: Expr, depth: number): Reading {
    const expr = unwrapped(outer);
    const known = this.#readings.get(expr);
    if (known || depth === 0) return known ?? UNREAD;
    const reading = this.#read(expr, depth);
    this.#readings.set(expr, reading);
    return reading;
  }

  #read(expr: Expr, depth: number): Reading {
    switch (expr.kind) {
      case 'number':
        if (!expr.duration) return noun(String(expr.value));
        return noun(durationInWords(expr.value), { unit: 'seconds' });
      case 'string':
        return noun(`"${cut(expr.value)}"`);
      case 'duration':
        return noun(durationWords(expr));
      case 'selector': {
        const time = timeWords(expr);
        const when = expr.at && !expr.offset ? ` at ${time}` : ` ${time}`;
        return noun((selectorWords(expr) + when).trimEnd(), { unit: this.#unit(expr) });
      }
      case 'matrix':
      case 'subquery': {
        const { values, over } = this.#range(expr, depth);
        return noun(`the samples of ${inline(values)} ${over}`, { unit: values.unit });
      }
      case 'unary': {
        const reading = this.read(expr.expr, depth - 1);
        if (expr.op.text === '+') return reading;
        return noun(`minus ${inline(reading)}`, { loose: true, unit: reading.unit });
      }
      case 'aggregate':
        return this.#aggregate(expr, depth - 1);
      case 'call':
        return this.#call(expr, depth - 1);
      case 'binary':
        return this.#binary(expr, depth - 1);
      case 'paren':
      case 'hole':
      case 'missing':
        return UNREAD;
    }
  }

  #unit({ name }: VectorSelector): Reading['unit'] {
    return name && unitOfMetric(name.text, this.knowledge);
  }

  #binary(expr: BinaryExpr, depth: number): Reading {
    const constant = constantOf(expr);
    if (constant !== undefined) return noun(String(constant));
    const op = expr.op.text.toLowerCase();
    if (COMPARISONS.has(op)) return comparison(expr, this, depth);
    const isSet = op === 'and' || op === 'or' || op === 'unless';
    return isSet ? setOperation(expr, this, depth) : arithmetic(expr, this, depth);
  }

  #aggregate({ op, args, grouping }: AggregateExpr, depth: number): Reading {
    const operator = op.text.toLowerCase();
    const operand = args.at(-1);
    if (!operand) return UNREAD;
    const labels = namesOf(grouping);
    const across = grouping?.keyword.text.toLowerCase() === 'without' && labels.length > 0;
    const readings = [operand, ...args.slice(0, -1)].slice(0, 2);
    const fillings = readings.map((expr) => ({ expr, reading: this.read(expr, depth) }));
    const unit = fillings[0]?.reading.unit;
    const phrase = AGGREGATION_PHRASES.get(operator) ?? { say: `${cut(op.text)} of {0}` };
    const words =
      (operator === 'count' ? this.#counted(operand, depth) : undefined) ?? fill(phrase, fillings);
    return noun(across ? `${words}, across every ${listed(labels)}` : words, {
      per: across ? [] : labels,
      loose: across || undefined,
      unit: phrase.unitOf === 0 ? unit : undefined,
    });
  }

  /** Counts that are more than the number of series: targets in a state, different values of labels. */
  #counted(operand: Expr, depth: number): string | undefined {
    const inner = unwrapped(operand);
    if (inner.kind !== 'aggregate') {
      const reading = this.read(operand, depth);
      return reading.plural ? `the number of ${reading.noun}` : undefined;
    }
    const counted = inner.args.at(-1);
    const labels = namesOf(inner.grouping);
    const operator = inner.op.text.toLowerCase();
    if (!counted || inner.grouping?.keyword.text.toLowerCase() === 'without') return undefined;
    const among = inline(this.read(counted, depth));
    if (operator === 'count_values' && labels.length === 0)
      return `the number of different values of ${among}`;
    if (!ONE_A_GROUP.has(operator) || labels.length === 0) return undefined;
    const what = labels.length === 1 ? 'different values' : 'different combinations';
    return `the number of ${what} of ${listed(labels)} in ${among}`;
  }

  #call({ func, args: all }: CallExpr, depth: number): Reading {
    const args = all.slice(0, MOST_ARGUMENTS).map((expr) => this.#argument(expr, depth));
    const phrase = FUNCTION_PHRASES.get(func.text);
    if (!phrase) {
      const said = args.map(({ reading }) => inline(reading));
      return noun(`${cut(func.text)} of ${said.length > 0 ? listed(said) : 'nothing'}`);
    }
    const histogram = this.#histogram(phrase, all, depth);
    if (histogram) return histogram;
    // What is grouped stays grouped, unless the function makes one of all.
    const grouped =
      phrase.statement || phrase.single ? undefined : args.find(({ reading }) => isGrouped(reading));
    const fillings = args.map((arg) =>
      arg === grouped ? { expr: arg.expr, reading: { ...arg.reading, per: [] } } : arg,
    );
    const per = grouped?.reading.per ?? [];
    const over = args.find((arg) => arg.over !== undefined)?.over;
    return noun(fill(plural(phrase, args[0]?.reading), fillings, over), {
      per: phrase.histogram === undefined ? per : per.filter((label) => label !== 'le'),
      statement: phrase.statement,
      unit: phrase.unitOf === undefined ? undefined : args[phrase.unitOf]?.reading.unit,
    });
  }

  #argument(expr: Expr, depth: number): Filling & { readonly over?: string } {
    const inner = unwrapped(expr);
    if (inner.kind !== 'matrix' && inner.kind !== 'subquery')
      return { expr, reading: this.read(expr, depth) };
    const { values, over } = this.#range(inner, depth);
    return { expr, reading: values, over };
  }

  /** What a range vector selects, and the time that it covers. */
  #range(expr: MatrixSelector | SubqueryExpr, depth: number): { values: Reading; over: string } {
    if (expr.kind === 'subquery') {
      const step = expr.step ? `, taken every ${periodWords(expr.step)}` : '';
      const values = this.read(expr.expr, depth - 1);
      const loose = values.loose ?? (unwrapped(expr.expr).kind === 'selector' ? undefined : true);
      return { values: { ...values, loose }, over: rangeWords(expr.range, expr) + step };
    }
    const { selector } = expr;
    if (selector.kind !== 'selector') return { values: UNREAD, over: rangeWords(expr.range, {}) };
    const values = noun(selectorWords(selector), { unit: this.#unit(selector) });
    return { values, over: rangeWords(expr.range, selector) };
  }

  /** A function of the rates of a histogram's buckets, summed or not, said as one of the histogram itself. */
  #histogram(phrase: Phrase, args: readonly Expr[], depth: number): Reading | undefined {
    const at = phrase.histogram;
    let expr = at === undefined ? undefined : args[at] && unwrapped(args[at]);
    let per: readonly string[] = [];
    if (expr?.kind === 'aggregate' && expr.op.text.toLowerCase() === 'sum' && expr.args[0]) {
      if (expr.grouping?.keyword.text.toLowerCase() === 'without') return undefined;
      per = namesOf(expr.grouping).filter((label) => label !== 'le');
      expr = unwrapped(expr.args[0]);
    }
    if (expr?.kind !== 'call' || !['rate', 'increase', 'irate'].includes(expr.func.text)) return undefined;
    const range = expr.args[0] && unwrapped(expr.args[0]);
    if (range?.kind !== 'matrix') return undefined;
    const { values, over } = this.#range(range, depth);
    const histogram = noun(`${values.noun.replace(/^(\w+)_bucket\b/, '$1')} ${over}`);
    const fillings = args.slice(0, MOST_ARGUMENTS).map((arg, i) => ({
      expr: arg,
      reading: i === at ? histogram : this.read(arg, depth),
    }));
    return noun(fill(phrase, fillings), { per, unit: phrase.unitOf === at ? values.unit : undefined });
  }
}

/** Grouped, with nothing else said of it. */
function isGrouped({ per, only, also }: Reading): boolean {
  return per.length > 0 && only.length === 0 && also.length === 0;
}

/** The phrase for several things, where there is one. */
function plural(phrase: Phrase, reading: Reading | undefined): Phrase {
  return reading?.plural && phrase.plural !== undefined ? { ...phrase, say: phrase.plural } : phrase;
}

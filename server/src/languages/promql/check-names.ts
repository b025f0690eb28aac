import { closest } from '../../text/similar';
import { AGGREGATIONS } from './aggregations';
import type { AggregateExpr, BinaryExpr, Word } from './ast';
import type { PromqlCode } from './codes';
import type { Dialect } from './dialect';
import type { FunctionInfo, Renaming } from './function-info';
import { FUNCTIONS } from './functions';
import type { Reader } from './reader';

const EXPERIMENTAL_FLAG = '--enable-feature=promql-experimental-functions';

/** The function that the target version has by this name. */
export function knownFunction(name: string, { since }: Dialect): FunctionInfo | undefined {
  const info = FUNCTIONS.get(name);
  return info && since(info.since) && !isGone(info, since) ? info : undefined;
}

function isGone({ renamed }: { renamed?: Renaming }, since: Dialect['since']): boolean {
  return renamed !== undefined && since(renamed.since);
}

/** True where the target version has it behind the feature flag. */
function isExperimental(info: { experimental: boolean; stableSince?: string }, { since }: Dialect): boolean {
  return info.experimental || (info.stableSince !== undefined && !since(info.stableSince));
}

/**
 * The name of a function that is called: `function_call` in promql/parser/generated_parser.y. The current token is
 * the one behind the call, or the end if the call isn't closed.
 */
export function checkFunction(reader: Reader, func: Word): void {
  if (func.holed) return;
  const { dialect } = reader;
  const info = knownFunction(func.text, dialect);
  if (info) {
    if (dialect.experimentalFunctions || !isExperimental(info, dialect)) return;
    const message = `function "${func.text}" is not enabled: it needs Prometheus with ${EXPERIMENTAL_FLAG}`;
    reader.fault('promql/not-enabled', func.span, message);
    return;
  }
  const message = `unknown function with name "${func.text}"`;
  const other = FUNCTIONS.get(func.text);
  const renamed = other?.renamed;
  if (other && !renamed) {
    reader.fault(
      'promql/unknown-function',
      func.span,
      `${message}: it needs Prometheus ${other.since} or newer`,
    );
    return;
  }
  const likely = renamed?.to ?? closest(func.text, namesIn(dialect));
  if (likely === undefined) {
    reader.fault('promql/unknown-function', func.span, message);
    return;
  }
  const fix = { title: `Write ${likely}`, edits: [{ span: func.span, newText: likely }], preferred: true };
  const why = renamed ? `it is "${likely}" since Prometheus ${renamed.since}` : `did you mean "${likely}"?`;
  reader.fault('promql/unknown-function', func.span, `${message}: ${why}`, [fix]);
}

function namesIn(dialect: Dialect): string[] {
  const known = [...FUNCTIONS.values(), ...AGGREGATIONS.values()].filter(
    (info) => dialect.since(info.since) && !('renamed' in info && isGone(info, dialect.since)),
  );
  return known.map(({ name }) => name);
}

/** Arguments and availability of an aggregation: `newAggregateExpr` in promql/parser/parse.go. */
export function checkAggregation(reader: Reader, node: AggregateExpr): void {
  const { op, args, span } = node;
  const name = op.text.toLowerCase();
  const info = AGGREGATIONS.get(name);
  if (!info) return;
  const wanted = info.parameter ? 2 : 1;
  // Without a clause behind it, Prometheus has to see the next token to know that none follows.
  const isClosed = node.grouping?.list !== undefined && reader.text.charAt(node.grouping.list.to - 1) === ')';
  const report = (code: PromqlCode, message: string): void => {
    if (isClosed) reader.fault(code, span, message);
    else reader.lateFault(code, span, message);
  };
  if (args.length === 0) {
    const example = info.parameter ? `${name}(${info.parameter.name}, v)` : `${name}(v)`;
    report('promql/argument-count', `no arguments for aggregate expression provided: write ${example}`);
  } else if (isExperimental(info, reader.dialect) && !reader.dialect.experimentalFunctions) {
    const message = `${name}() is experimental and must be enabled with ${EXPERIMENTAL_FLAG}`;
    report('promql/not-enabled', message);
  } else if (args.length !== wanted && args.every(({ kind }) => kind !== 'hole' && kind !== 'missing')) {
    const counts = `expected ${wanted}, got ${args.length}`;
    const why = info.parameter ? `: ${name} takes a ${info.parameter.type} first` : '';
    const message = `wrong number of arguments for aggregate expression provided, ${counts}${why}`;
    report('promql/argument-count', message);
  } else {
    return;
  }
  reader.damaged.add(node);
}

/** `fill` and its like: `newBinaryExpression` in promql/parser/parse.go. */
export function checkFills(reader: Reader, { fills, span }: BinaryExpr): void {
  const [fill] = fills;
  if (!fill) return;
  if (!reader.dialect.since('3.10')) {
    const message = `${fill.keyword.text} modifier needs Prometheus 3.10 or newer`;
    reader.lateFault('promql/too-new', fill.span, message);
  } else if (!reader.dialect.fillModifiers) {
    const flag = 'start Prometheus with --enable-feature=promql-binop-fill-modifiers';
    const message = `binop fill modifiers are experimental and not enabled: ${flag}`;
    reader.lateFault('promql/not-enabled', span, message);
  }
}

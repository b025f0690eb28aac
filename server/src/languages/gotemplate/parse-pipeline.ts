import type { ChainNode, CommandNode, Name, NumberNode, Operand, PipelineNode, StringNode } from './ast';
import * as faults from './faults';
import { KEYWORDS, spanOf } from './lexer';
import { closest } from '../../text/similar';
import { readComplex, readNumber } from './numbers';
import type { ActionReader } from './reader';
import { checkCharacter, unquote } from './strings';
import type { Token, TokenType } from './token';

/** Where a pipeline stands; messages name it. */
export type PipelineContext = 'command' | 'if' | 'range' | 'with' | 'block' | 'template' | 'parenthesis';

const NAMES: Readonly<Record<PipelineContext, string>> = {
  command: 'an action',
  if: '{{ if }}',
  range: '{{ range }}',
  with: '{{ with }}',
  block: '{{ block }}',
  template: '{{ template }}',
  parenthesis: 'a parenthesis',
};

/** As Go's parser since 1.26 (`maxStackDepth`). */
const MAX_DEPTH = 10_000;

const STARTS_COMMAND: ReadonlySet<TokenType> = new Set<TokenType>([
  'bool',
  'charConstant',
  'complex',
  'dot',
  'field',
  'identifier',
  'leftParen',
  'nil',
  'number',
  'rawString',
  'string',
  'variable',
]);
const LITERALS: ReadonlySet<Operand['kind']> = new Set(['bool', 'dot', 'nil', 'number', 'string'] as const);

/** A pipeline that is being read; those around a parenthesis wait below it. */
interface Frame {
  readonly context: PipelineContext;
  readonly from: number;
  readonly declarations: Name[];
  assigns: boolean;
  readonly commands: CommandNode[];
  /** Those of the command that is being read. */
  operands: Operand[] | undefined;
}

/**
 * Reads a pipeline to behind its closing delimiter, after text/template/parse/parse.go (`pipeline`, `command`,
 * `operand`, `term`), without recursion. `undefined` where it can't be read to its end; that is reported.
 */
export function parsePipeline(reader: ActionReader, context: PipelineContext): PipelineNode | undefined {
  const waiting: Frame[] = [];
  let frame = openFrame(reader.peekNonSpace().from, context);
  if (!parseDeclarations(reader, frame)) return undefined;
  for (;;) {
    if (!frame.operands) {
      // Between commands: another one, or the end.
      const token = reader.peekNonSpace();
      if (token.type === (waiting.length > 0 ? 'rightParen' : 'rightDelim')) {
        const pipeline = closeFrame(reader, frame, reader.next());
        const outer = waiting.pop();
        if (!outer) return pipeline;
        frame = outer;
        addOperand(reader, frame, pipeline);
      } else if (STARTS_COMMAND.has(token.type)) {
        frame.operands = [];
        continue;
      } else {
        reader.next();
        reader.unexpected(token, `${NAMES[frame.context]} is a function or a value`);
        return undefined;
      }
    } else {
      // In a command: another operand, or its end.
      const token = reader.peekNonSpace();
      if (token.type === 'leftParen') {
        if (waiting.length >= MAX_DEPTH) {
          reader.next();
          reader.report(faults.tooDeep(token));
          return undefined;
        }
        reader.next();
        waiting.push(frame);
        frame = openFrame(token.from, 'parenthesis');
        if (!parseDeclarations(reader, frame)) return undefined;
        continue;
      }
      if (STARTS_COMMAND.has(token.type)) addOperand(reader, frame, parseTerm(reader, frame, reader.next()));
    }
    // Behind an operand.
    const token = reader.peek();
    if (token.type === 'space') continue;
    if (token.type === 'pipe') reader.next();
    else if (token.type !== 'rightDelim' && token.type !== 'rightParen') {
      reader.next();
      reader.unexpected(token, 'operands are separated by spaces, commands by |');
      return undefined;
    }
    closeCommand(frame);
  }
}

function openFrame(from: number, context: PipelineContext): Frame {
  return { context, from, declarations: [], assigns: false, commands: [], operands: undefined };
}

/** Reads `$x :=`, `$x =` and, after `range`, `$x, $y :=`. False where the action can't be read any further. */
function parseDeclarations(reader: ActionReader, frame: Frame): boolean {
  for (;;) {
    const variable = reader.peekNonSpace();
    if (variable.type !== 'variable') return true;
    const start = reader.mark();
    reader.next();
    const sign = reader.peekNonSpace();
    const comma = sign.type === 'char' && reader.word(sign) === ',';
    if (!comma && sign.type !== 'assign' && sign.type !== 'declare') {
      reader.reset(start);
      return true;
    }
    reader.next();
    const name = { name: reader.word(variable), span: spanOf(variable) };
    frame.declarations.push(name);
    reader.scopes.declare(name.name, name.span, sign.to);
    if (!comma) {
      frame.assigns = sign.type === 'assign';
      return true;
    }
    if (frame.context !== 'range' || frame.declarations.length > 1) {
      reader.report(
        faults.tooManyDeclarations(NAMES[frame.context], frame.context === 'range', spanOf(sign)),
      );
      return false;
    }
    const second = reader.peekNonSpace();
    if (second.type !== 'variable' && second.type !== 'rightDelim') {
      reader.next();
      reader.report(second.fault ?? faults.onlyVariables(spanOf(second)));
      return false;
    }
  }
}

/** The finished pipeline, with the faults that only the whole one has. */
function closeFrame(reader: ActionReader, frame: Frame, closing: Token): PipelineNode {
  const { context, declarations, assigns, commands } = frame;
  const inner = context === 'parenthesis' ? closing.to : (commands.at(-1)?.span.to ?? closing.from);
  const span = { from: frame.from, to: Math.max(frame.from, inner) };
  if (commands.length === 0) {
    const empty = span.to > span.from ? span : { from: closing.from, to: closing.to };
    reader.report(faults.missingValue(NAMES[context], empty));
  }
  for (const { operands } of commands.slice(1)) {
    if (LITERALS.has(operands[0].kind)) reader.report(faults.notExecutable(reader.text, operands[0].span));
  }
  return { kind: 'pipeline', span, declarations, assigns, commands };
}

function closeCommand(frame: Frame): void {
  const [first, ...rest] = frame.operands ?? [];
  if (first) {
    const span = { from: first.span.from, to: (rest.at(-1) ?? first).span.to };
    frame.commands.push({ kind: 'command', span, operands: [first, ...rest] });
  }
  frame.operands = undefined;
}

/** Adds `term` to the command that is being read, with the fields that follow it. */
function addOperand(reader: ActionReader, frame: Frame, term: Operand): void {
  const fields: Name[] = [];
  while (reader.peek().type === 'field') fields.push(fieldName(reader, reader.next()));
  const last = fields.at(-1);
  frame.operands?.push(last ? withFields(reader, term, fields, last.span.to) : term);
}

function withFields(reader: ActionReader, term: Operand, fields: readonly Name[], to: number): Operand {
  const span = { from: term.span.from, to };
  switch (term.kind) {
    case 'field':
    case 'variable':
      return { ...term, span, fields: [...term.fields, ...fields] };
    case 'identifier':
    case 'pipeline':
      return { kind: 'chain', span, base: term, fields } satisfies ChainNode;
    default:
      reader.report(faults.fieldOfLiteral(reader.text, term.span, { from: term.span.to, to }));
      return term;
  }
}

/** A field's name, without its dot. */
function fieldName(reader: ActionReader, token: Token): Name {
  const span = { from: token.from + 1, to: token.to };
  return { name: reader.word(span), span };
}

function parseTerm(reader: ActionReader, frame: Frame, token: Token): Operand {
  const span = spanOf(token);
  switch (token.type) {
    case 'dot':
    case 'nil':
    case 'bool':
      return { kind: token.type, span };
    case 'field':
      return { kind: 'field', span, fields: [fieldName(reader, token)] };
    case 'variable':
      return variableTerm(reader, token);
    case 'string':
    case 'rawString':
      return parseString(reader, token);
    case 'identifier':
      return functionTerm(reader, frame, token);
    default:
      return numberTerm(reader, token);
  }
}

function variableTerm(reader: ActionReader, token: Token): Operand {
  const name = reader.word(token);
  const span = spanOf(token);
  if (!reader.scopes.has(name)) {
    const meant = nearestName(name, reader.scopes.names());
    let hint = 'declare it with := before';
    if (reader.dialect.variables.has(name)) hint = 'a template of its own sees only what it is given, as "."';
    else if (meant !== undefined) hint = `did you mean ${meant}?`;
    reader.report(faults.undefinedVariable(name, span, hint, meant));
  }
  return { kind: 'variable', span, name, fields: [] };
}

/** What people write for Go's keywords. */
const MISTAKEN_KEYWORDS: ReadonlyMap<string, string> = new Map([
  ['endif', 'end'],
  ['endfor', 'end'],
  ['endrange', 'end'],
  ['endwith', 'end'],
  ['elif', 'else if'],
  ['elseif', 'else if'],
  ['for', 'range'],
  ['foreach', 'range'],
]);

/** Behind an unknown function, the command's other words are not judged. */
function functionTerm(reader: ActionReader, frame: Frame, token: Token): Operand {
  const name = reader.word(token);
  const span = spanOf(token);
  const { functions, unavailable } = reader.dialect;
  const [first] = frame.operands ?? [];
  const behindUnknown = first?.kind === 'identifier' && !functions.has(first.name);
  if (!functions.has(name) && !behindUnknown) {
    const reason = unavailable.get(name);
    const known = [...functions.keys(), ...KEYWORDS];
    const meant =
      reason === undefined ? (MISTAKEN_KEYWORDS.get(name) ?? nearestName(name, known)) : undefined;
    reader.report(faults.unknownFunction(name, span, reason ?? (meant && `did you mean ${meant}?`), meant));
  }
  return { kind: 'identifier', span, name };
}

/** The known name that was meant. Very short names are near to too many, very long ones to none. */
function nearestName(name: string, known: readonly string[]): string | undefined {
  return name.length < 3 || name.length > 30 ? undefined : closest(name, known);
}

/** A string constant; also the name in `define`, `block` and `template`. */
export function parseString(reader: ActionReader, token: Token): StringNode {
  const read = unquote(reader.word(token));
  const refused = 'refused' in read;
  if (refused) {
    reader.report(faults.badString(read.refused, { from: token.from + read.from, to: token.from + read.to }));
  }
  return {
    kind: 'string',
    span: spanOf(token),
    raw: token.type === 'rawString',
    value: refused ? '' : read.value,
  };
}

function numberTerm(reader: ActionReader, token: Token): NumberNode {
  const text = reader.word(token);
  const span = spanOf(token);
  if (token.type === 'charConstant') {
    const bad = checkCharacter(text);
    if (bad)
      reader.report(faults.badString(bad.refused, { from: span.from + bad.from, to: span.from + bad.to }));
    return { kind: 'number', span, type: 'int' };
  }
  const read = token.type === 'complex' ? readComplex(text) : readNumber(text);
  if (!('refused' in read)) return { kind: 'number', span, type: read.type };
  reader.report(faults.refusedNumber(read.refused, span));
  return { kind: 'number', span, type: 'int' };
}

import { PRECEDENCE, type Frame } from './frames';
import type { Reader } from './reader';

/**
 * The token can't follow an operand: reports it, and passes everything up to where the expression may go on.
 *
 * @param frame the innermost that waits for something.
 */
export function skipMisplaced(reader: Reader, frame: Frame | undefined): void {
  report(reader, frame);
  let depth = 0;
  let isFirst = true;
  reader.skipWhile((kind) => {
    if (depth === 0 && !isFirst && (kind === ')' || kind === ',' || PRECEDENCE.has(kind))) return false;
    isFirst = false;
    if (kind === '(' || kind === '[' || kind === '{') depth++;
    else if (depth > 0 && (kind === ')' || kind === ']' || kind === '}')) depth--;
    return true;
  });
}

function report(reader: Reader, frame: Frame | undefined): void {
  if (reader.is('by') || reader.is('without')) {
    reader.unexpected('', `an operator: ${reader.kind} (…) belongs to an aggregation such as sum`);
  } else if (reader.is('=')) {
    reader.unexpected('', 'an operator: equality is "=="');
  } else if (frame) {
    reader.unexpected('', frame.kind === 'paren' ? 'an operator or ")"' : 'an operator, "," or ")"');
  } else {
    reader.unexpected('', 'an operator or the end');
  }
}

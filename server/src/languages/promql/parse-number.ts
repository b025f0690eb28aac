import type { Span } from '../../text/span';
import type { Expr } from './ast';
import { readDuration } from './durations';
import { readNumber } from './numbers';
import type { Reader } from './reader';

/** The current token, a number or a duration; missing where it can't be read. */
export function parseNumber(reader: Reader): Expr {
  const isDuration = reader.is('duration');
  const { span, tokenText } = reader;
  const value = isDuration ? durationValue(reader, tokenText, span) : numberValue(reader, tokenText, span);
  reader.next();
  return value === undefined
    ? { kind: 'missing', span }
    : { kind: 'number', value, duration: isDuration, span };
}

function durationValue(reader: Reader, text: string, span: Span): number | undefined {
  const read = readDuration(text);
  if ('problem' in read) {
    reader.fault('promql/duration', span, read.problem);
    return undefined;
  }
  if (read.seconds === 0 && !reader.dialect.since('3.4')) {
    reader.fault('promql/duration', span, 'duration must be greater than 0');
  }
  return read.seconds;
}

function numberValue(reader: Reader, text: string, span: Span): number | undefined {
  const value = readNumber(text);
  if (value === undefined) {
    reader.fault(
      'promql/number',
      span,
      `error parsing number: "${text}": invalid syntax or value out of range`,
    );
  }
  return value;
}

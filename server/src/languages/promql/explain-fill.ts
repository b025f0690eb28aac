import type { Expr } from './ast';
import { constantOf, unwrapped } from './constants';
import { cut } from './explain-parts';
import type { Phrase } from './explain-phrases';
import { inline, type Reading } from './explain-reading';
import { durationInWords, ordinal } from './words';

/** What stands for a place of a phrase. */
export interface Filling {
  readonly expr: Expr;
  readonly reading: Reading;
}

/** `phrase` with its places filled, `over` for the time. */
export function fill(phrase: Phrase, fillings: readonly Filling[], over = ''): string {
  const first = fillings[0] ? inline(fillings[0].reading) : '';
  const fused = phrase.fused !== undefined && first.startsWith('the ');
  return chosen(phrase, fillings.length, fused)
    .replace(/\{(\d)(?::(\w+))?\}/g, (_, place: string, guise: string | undefined) => {
      if (fused && place === '0') return first.slice('the '.length);
      const filling = fillings[Number(place)];
      return filling ? (inGuise(filling, guise) ?? inline(filling.reading)) : '…';
    })
    .replace('{over}', over)
    .trimEnd();
}

function chosen({ say, fused, bare, full }: Phrase, count: number, isFused: boolean): string {
  if (isFused && fused !== undefined) return fused;
  if (count === 0) return bare ?? say;
  return count > 1 ? (full ?? say) : say;
}

/** Another way to say an argument, where it is what that way is made for. */
function inGuise({ expr, reading }: Filling, guise: string | undefined): string | undefined {
  const inner = unwrapped(expr);
  const value = constantOf(inner);
  switch (guise) {
    case 'percentile':
      if (value === 0.5) return 'median';
      if (value === undefined || !(value >= 0 && value <= 1)) return `quantile (φ = ${inline(reading)})`;
      return `${ordinal(Number((value * 100).toPrecision(8)))} percentile`;
    case 'duration':
      return value === undefined ? `${inline(reading)} seconds` : durationInWords(value);
    case 'word':
      return inner.kind === 'string' ? cut(inner.value) : undefined;
    default:
      return undefined;
  }
}

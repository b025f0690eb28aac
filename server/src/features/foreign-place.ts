import type { Position } from 'vscode-languageserver-types';
import { touches } from '../text/span';
import { offsetOf, type FeatureContext } from './context';
import { here } from './fragment';

/**
 * True for a place of a program or the like where nothing of ours stands, so that other extensions, whose language that
 * is, are asked. An empty answer of ours would be taken for the last word there.
 */
export function isForeignPlace(context: FeatureContext, position: Position): boolean {
  const { document } = context;
  const { host } = document.analysis ?? {};
  if (!host) return false;
  const offset = offsetOf(context, position);
  const spans = [
    ...host.metrics.map(({ span }) => span),
    ...host.writes.map(({ span }) => span),
    ...host.rules.map(({ name }) => name.span),
    ...(host.names ?? []).map(({ span }) => span),
  ];
  return !spans.some((span) => touches(span, offset)) && here(document, offset).fragment === undefined;
}

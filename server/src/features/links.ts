import type { DocumentLink } from 'vscode-languageserver-types';
import { links } from '../formats/rules/links';
import { hostSpan } from '../text/region';
import { toRange } from './convert';
import type { FeatureContext } from './context';

/** The web addresses in annotations, runbooks above all. */
export function documentLinks({ document }: FeatureContext): DocumentLink[] {
  return (document.analysis?.rules() ?? []).flatMap((slice) =>
    links(slice.model).map(({ span, target, tooltip }) => ({
      range: toRange(document.lines, hostSpan(slice.map, span)),
      target,
      tooltip,
    })),
  );
}

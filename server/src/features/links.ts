import type { DocumentLink } from 'vscode-languageserver-types';
import { configLinks } from '../formats/alertmanager/links';
import { links } from '../formats/rules/links';
import { hostSpan } from '../text/region';
import { toRange } from './convert';
import type { FeatureContext } from './context';

/** The web addresses in annotations, runbooks above all; the files and addresses that a configuration names. */
export function documentLinks({ document }: FeatureContext): DocumentLink[] {
  const { analysis, lines, uri } = document;
  const inRules = (analysis?.rules() ?? []).flatMap((slice) =>
    links(slice.model).map(({ span, target, tooltip }) => ({
      range: toRange(lines, hostSpan(slice.map, span)),
      target,
      tooltip,
    })),
  );
  const inConfigs = (analysis?.configs?.() ?? []).flatMap((config) =>
    configLinks(config.model).flatMap(({ span, kind, target }) => {
      const resolved = kind === 'url' ? target : fileUri(uri, target);
      return resolved === undefined
        ? []
        : [{ range: toRange(lines, hostSpan(config.map, span)), target: resolved }];
    }),
  );
  return [...inRules, ...inConfigs];
}

/** The URI of a file that a document on disk names. */
function fileUri(document: string, path: string): string | undefined {
  if (!document.startsWith('file:') || !URL.canParse(document)) return undefined;
  const escaped = path.split('/').map(encodeURIComponent).join('/');
  return URL.canParse(escaped, document) ? new URL(escaped, document).href : undefined;
}

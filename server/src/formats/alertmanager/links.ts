import type { Span } from '../../text/span';
import { walkScalars } from '../structure/locate';
import type { ConfigModel } from './model';

/** Something outside of the configuration that it names. */
export interface ConfigLink {
  readonly span: Span;
  /** `file`: a path, relative to the configuration or absolute. `url`: a web address. */
  readonly kind: 'file' | 'url';
  readonly target: string;
}

/** The files and web addresses in a configuration; a glob names no single file, and a secret address is nobody's to open. */
export function configLinks({ root }: ConfigModel): ConfigLink[] {
  if (!root) return [];
  return Array.from(walkScalars(root)).flatMap(({ field: { info }, value: { node, text } }): ConfigLink[] => {
    const { span } = node;
    if (info.path) return text === '' || /[*?[]/.test(text) ? [] : [{ span, kind: 'file', target: text }];
    const isAddress = !info.secret && /^https?:\/\/[^\s{}]+$/.test(text);
    return isAddress ? [{ span, kind: 'url', target: text }] : [];
  });
}

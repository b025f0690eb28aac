import { Uri, workspace } from 'vscode';
import type { RoutingConfig } from '../../../server/src/protocol';

/** A configuration's file, with its number where the file holds several. */
export function configTitle({ uri, index }: RoutingConfig): string {
  const path = workspace.asRelativePath(Uri.parse(uri));
  return index > 0 ? `${path} (${index + 1})` : path;
}

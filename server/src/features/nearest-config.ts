import { ALERTMANAGER_FORMAT } from '../formats/alertmanager/format';
import type { ConfigModel } from '../formats/alertmanager/model';
import type { ConfigSlice } from '../formats/alertmanager/slice';
import { pathOf, type Workspace } from '../workspace/workspace';

/** The configuration that the alerts of a file are most likely sent to. */
export interface NearConfig {
  readonly uri: string;
  readonly model: ConfigModel;
  /** As much of its path as tells it from the workspace's other ones; absent where there is none. */
  readonly name?: string;
}

/** Without the operator's objects, of which each is a part of a configuration only. */
export function alertmanagers(configs: readonly ConfigSlice[]): ConfigSlice[] {
  return configs.filter(({ format }) => format === ALERTMANAGER_FORMAT);
}

/** For a document's URI the nearest of the workspace's configurations with a route. */
export function nearestConfigs(workspace: Workspace): (uri: string) => NearConfig | undefined {
  const found = workspace.configDocuments().flatMap(({ uri, analysis }) =>
    alertmanagers(analysis?.configs?.() ?? [])
      .filter(({ model }) => model.route)
      .slice(0, 1)
      .map(({ model }) => ({ uri, model })),
  );
  const uris = found.map(({ uri }) => uri);
  return (from) => {
    const nearest = nearestUri(uris, from);
    const config = found.find(({ uri }) => uri === nearest);
    return config && { ...config, name: uris.length > 1 ? shortName(config.uri, uris) : undefined };
  };
}

/**
 * The one of `uris` that is nearest to `from`: itself, else one in the innermost folder around `from` that holds any, at
 * whatever depth; of several there the one that is the least deep, then the first.
 */
export function nearestUri(uris: readonly string[], from: string): string | undefined {
  if (uris.includes(from)) return from;
  const folders = from.split('/').slice(0, -1);
  let nearest: { readonly uri: string; readonly up: number; readonly down: number } | undefined;
  for (const uri of uris) {
    const parts = uri.split('/');
    let shared = 0;
    while (shared < parts.length - 1 && shared < folders.length && parts[shared] === folders[shared])
      shared++;
    const [up, down] = [folders.length - shared, parts.length - shared];
    if (!nearest || up < nearest.up || (up === nearest.up && down < nearest.down))
      nearest = { uri, up, down };
  }
  return nearest?.uri;
}

/** The last parts of a URI's path: as few as no other one of `uris` ends with. */
export function shortName(uri: string, uris: readonly string[]): string {
  const path = pathOf(uri);
  const parts = path.split('/');
  const others = uris.filter((other) => other !== uri).map((other) => `/${pathOf(other)}`);
  for (let count = 1; count < parts.length; count++) {
    const end = parts.slice(-count).join('/');
    if (!others.some((other) => other.endsWith(`/${end}`))) return end;
  }
  return path;
}

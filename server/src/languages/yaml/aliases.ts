import type { AliasNode, YamlFault, YamlNode } from './nodes';

/** An alias while its document is read. */
export type OpenAlias = { -readonly [K in keyof AliasNode]: AliasNode[K] };

/**
 * The share of decoded nodes that go-yaml lets come from aliases, once it has decoded so many.
 * Source: go-yaml v3, decode.go, allowedAliasRatio.
 */
function allowedShare(decoded: number): number {
  const shrink = Math.min(1, Math.max(0, (decoded - 400_000) / 3_600_000));
  return 0.99 - 0.89 * shrink;
}

/** A collection on the way down, and how far into it. */
interface Level {
  readonly node: YamlNode;
  readonly children: readonly YamlNode[];
  next: number;
  /** `decoded` when it was entered. */
  readonly before: number;
}

/**
 * Finds aliases that blow a document up, as go-yaml does while it decodes: it gives up when nearly all nodes come from
 * aliases. The aliases from there on lose their target, so that a walk through the tree stays short.
 * Source: go-yaml v3, decode.go, decoder.unmarshal.
 */
export function limitAliases(root: YamlNode, faults: YamlFault[]): void {
  const sizes = new Map<YamlNode, number>();
  const levels: Level[] = [];
  // The document itself is one.
  let decoded = 1;
  let viaAliases = 0;
  let exceeded = false;
  const enter = (node: YamlNode): void => {
    decoded++;
    if (node.kind !== 'alias') {
      levels.push({ node, children: childrenOf(node), next: 0, before: decoded - 1 });
      return;
    }
    const size = (node.target && sizes.get(node.target)) ?? 0;
    const isTooMuch =
      viaAliases + size > 100 &&
      decoded + size > 1000 &&
      (viaAliases + size) / (decoded + size) > allowedShare(decoded + size);
    if (isTooMuch && !exceeded) faults.push(excess(node));
    exceeded ||= isTooMuch;
    if (exceeded) (node as OpenAlias).target = undefined;
    else {
      decoded += size;
      viaAliases += size;
    }
  };
  enter(root);
  for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
    const child = level.children[level.next++];
    if (child !== undefined) {
      enter(child);
      continue;
    }
    levels.pop();
    if (level.node.anchor !== undefined) sizes.set(level.node, decoded - level.before);
  }
}

function childrenOf(node: YamlNode): readonly YamlNode[] {
  if (node.kind === 'sequence') return node.items;
  return node.kind === 'mapping' ? node.pairs.flatMap(({ key, value }) => [key, value]) : [];
}

function excess({ name, span }: AliasNode): YamlFault {
  const message = `document contains excessive aliasing: with \`*${name}\`, nearly all of it comes from aliases`;
  return { code: 'yaml/excessive-aliases', message, span };
}

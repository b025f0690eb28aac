import type { DecodeFaults } from './decode';
import { asString, isNull, mappingOf, resolveAlias } from './decode';
import type { MappingNode, Pair, YamlNode } from './nodes';
import { resolveScalar } from './resolve';

/** One key with its value, after merge keys and aliases are resolved. */
export interface Entry {
  readonly name: string;
  readonly key: YamlNode;
  readonly value: YamlNode;
  /** It comes from a mapping that `<<` names. */
  readonly merged: boolean;
}

/** What a mapping is decoded into: a field of a struct is set once; in a map the last of equal names counts. */
export type MappingTarget = 'struct' | 'map';

/**
 * The entries of a node that is decoded into a Go struct or a map with string keys, those of `<<` included.
 * None for null; nothing, and a report, for anything but a mapping. Reports equal keys, keys that aren't scalars and
 * broken merges, as go-yaml refuses them. A name can be there twice, through an alias; the last one counts.
 * Source: go-yaml v3 and v2, decode.go, mapping, mappingStruct and merge.
 * @param into the Go type, for the message
 */
export function entriesOf(
  node: YamlNode,
  sink: DecodeFaults,
  into = 'map[string]string',
  becomes: MappingTarget = 'struct',
): Entry[] | undefined {
  const mapping = mappingOf(node, sink, into);
  if (mapping === undefined || mapping === null) return mapping === null ? [] : undefined;
  return sink.dialect === 'v2' ? readInOrder(mapping, becomes, sink) : readOwnFirst(mapping, becomes, sink);
}

/** go-yaml v3: a mapping's own keys win over merged ones, and earlier merged ones over later ones. */
function readOwnFirst(mapping: MappingNode, becomes: MappingTarget, sink: DecodeFaults): Entry[] {
  const entries: Entry[] = [];
  const own = new Map<string, YamlNode>();
  const taken = new Set<string>();
  const pending: MappingNode[] = [];
  for (const { key, value } of readPairs(mapping, pending, sink)) {
    const name = keyName(key, sink);
    if (name === undefined) continue;
    const known = own.get(name);
    if (known !== undefined && becomes === 'struct') {
      reportDuplicate(`field ${name} already set`, key, known, sink);
      continue;
    }
    own.set(name, key);
    entries.push({ name, key, value, merged: false });
    // go-yaml compares merged names with these keys as typed: `1: x` doesn't keep a merged `1` out.
    if (isText(key)) taken.add(name);
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { key, value } of readPairs(next, pending, sink)) {
      const name = keyName(key, sink);
      if (name === undefined || taken.has(name)) continue;
      taken.add(name);
      entries.push({ name, key, value, merged: true });
    }
  }
  return entries;
}

/** The pairs of a mapping without repeated and merge keys; the mappings that it merges go on top of `pending`. */
function readPairs(mapping: MappingNode, pending: MappingNode[], sink: DecodeFaults): Pair[] {
  const firsts = new Map<string, YamlNode>();
  const pairs: Pair[] = [];
  for (const pair of mapping.pairs) {
    const { key, value } = pair;
    const identity = writtenKey(key);
    const first = firsts.get(identity);
    if (first !== undefined) {
      const name = key.kind === 'scalar' ? JSON.stringify(key.value) : identity;
      reportDuplicate(`mapping key ${name} already defined`, key, first, sink);
      continue;
    }
    firsts.set(identity, key);
    if (!isMergeKey(key, sink)) pairs.push(pair);
    else for (const merged of mergedMappings(value, sink).reverse()) pending.push(merged);
  }
  return pairs;
}

/** What go-yaml v3 compares to find repeated keys: all sequences are equal, and so are all mappings. */
function writtenKey(key: YamlNode): string {
  if (key.kind === 'scalar') return `scalar ${key.value}`;
  return key.kind === 'alias' ? `*${key.name}` : `a ${key.kind}`;
}

/** go-yaml v2: keys and merges are applied in order, later ones over earlier ones. */
function readInOrder(root: MappingNode, becomes: MappingTarget, sink: DecodeFaults): Entry[] {
  const entries: Entry[] = [];
  const all = new Map<string, YamlNode>();
  const open = ({ pairs }: MappingNode, merged: boolean) => {
    return { pairs: pairs.values(), merged, own: new Map<string, YamlNode>() };
  };
  const stack = [open(root, false)];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const step = top.pairs.next();
    if (step.done) {
      stack.pop();
      continue;
    }
    const { key, value } = step.value;
    if (isMergeKey(key, sink)) {
      for (const mapping of mergedMappings(value, sink)) stack.push(open(mapping, true));
      continue;
    }
    const name = keyName(key, sink);
    if (name === undefined) continue;
    const known = (becomes === 'struct' ? top.own : all).get(name);
    if (known !== undefined) {
      const message = becomes === 'struct' ? `field ${name} already set` : `key ${name} already set in map`;
      reportDuplicate(message, key, known, sink);
      continue;
    }
    top.own.set(name, key);
    all.set(name, key);
    entries.push({ name, key, value, merged: top.merged });
  }
  return entries;
}

function reportDuplicate(message: string, key: YamlNode, first: YamlNode, sink: DecodeFaults): void {
  sink.report('yaml/duplicate-key', message, key.span, first.span);
}

/** The key as a string; nothing for a null, which go-yaml v3 skips with its value, and for what it refuses. */
function keyName(key: YamlNode, sink: DecodeFaults): string | undefined {
  if (sink.dialect !== 'v2' && isNull(key)) return undefined;
  return asString(key, sink);
}

function isText(key: YamlNode): boolean {
  const actual = resolveAlias(key);
  if (actual?.kind !== 'scalar') return false;
  const { tag, value } = resolveScalar(actual);
  return typeof value === 'string' && tag !== '!!timestamp';
}

function isMergeKey(key: YamlNode, { dialect }: DecodeFaults): boolean {
  return key.kind === 'scalar' && key.value === '<<' && resolveScalar(key, dialect).tag === '!!merge';
}

/** The mappings that the value of `<<` names, the most important first. */
function mergedMappings(value: YamlNode, sink: DecodeFaults): MappingNode[] {
  const parts = value.kind === 'sequence' ? value.items : [value];
  const mappings: MappingNode[] = [];
  for (const part of parts) {
    const actual = resolveAlias(part);
    if (actual?.kind === 'mapping') mappings.push(actual);
    else if (actual !== undefined) {
      const message = 'map merge requires map or sequence of maps as the value';
      sink.report('yaml/bad-merge', message, part.span);
    }
  }
  return mappings;
}

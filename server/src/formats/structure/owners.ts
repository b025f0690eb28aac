import type { FieldType, StructInfo } from './types';

const known = new WeakMap<StructInfo, ReadonlyMap<string, readonly StructInfo[]>>();

/** The structs below `root`, itself included, that have a field of that name. */
export function owners(root: StructInfo, name: string): readonly StructInfo[] {
  let byField = known.get(root);
  if (!byField) {
    byField = ownersOfAll(root);
    known.set(root, byField);
  }
  return byField.get(name) ?? [];
}

function ownersOfAll(root: StructInfo): Map<string, StructInfo[]> {
  const byField = new Map<string, StructInfo[]>();
  const seen = new Set([root]);
  for (const info of seen) {
    for (const { name, type } of info.fields) {
      const others = byField.get(name) ?? [];
      if (!others.includes(info)) byField.set(name, [...others, info]);
      const inner = structIn(type);
      if (inner) seen.add(inner);
    }
  }
  return byField;
}

function structIn(type: FieldType): StructInfo | undefined {
  if (type.kind === 'struct') return type.struct();
  if (type.kind === 'list') return structIn(type.of);
  return type.kind === 'map' ? structIn(type.values) : undefined;
}

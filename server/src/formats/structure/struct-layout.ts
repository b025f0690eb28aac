import type { Layout } from './spot';
import type { FieldInfo, FieldType, StructInfo } from './types';

/** A mapping: a struct, or a map of the field. */
export type StructContainer =
  | { readonly kind: 'struct'; readonly info: StructInfo }
  | { readonly kind: 'map'; readonly field: FieldInfo; readonly type: FieldType & { kind: 'map' } };

/** A list that a field holds. */
export interface StructList {
  readonly field: FieldInfo;
  readonly type: FieldType & { kind: 'list' };
}

/**
 * The structure of files that are decoded into `root`.
 * @param above the path of the root in the text, where it isn't all of it
 */
export function structLayout(
  root: StructInfo,
  above: readonly string[] = [],
): Layout<StructContainer, StructList> {
  const rootType: FieldType = { kind: 'struct', struct: () => root };
  const below = (path: readonly string[]): ReturnType<typeof follow> =>
    above.every((step, index) => path[index] === step)
      ? follow(rootType, path.slice(above.length))
      : undefined;
  return {
    containerAt: (path) => {
      const at = below(path);
      if (at?.type.kind === 'struct') return { kind: 'struct', info: at.type.struct() };
      return at?.type.kind === 'map' && at.field
        ? { kind: 'map', field: at.field, type: at.type }
        : undefined;
    },
    listAt: (path) => {
      const at = below(path);
      return at?.type.kind === 'list' && at.field ? { field: at.field, type: at.type } : undefined;
    },
  };
}

/** The type at `path`, and the field that it is the type of, or of a part of it. */
function follow(
  root: FieldType,
  path: readonly string[],
): { readonly type: FieldType; readonly field?: FieldInfo } | undefined {
  let type = root;
  let field: FieldInfo | undefined;
  for (const step of path) {
    if (step === '-') {
      if (type.kind !== 'list') return undefined;
      type = type.of;
    } else if (type.kind === 'struct') {
      field = type.struct().fields.find(({ name }) => name === step);
      if (!field) return undefined;
      ({ type } = field);
    } else if (type.kind === 'map') {
      type = type.values;
    } else {
      return undefined;
    }
  }
  return { type, field };
}

import type { CodeFile } from '../../../languages/code/tree';

/** `compute`, done once a file. */
export function perFile<T>(compute: (file: CodeFile) => T): (file: CodeFile) => T {
  const known = new WeakMap<CodeFile, { readonly value: T }>();
  return (file) => {
    const before = known.get(file);
    if (before) return before.value;
    const value = compute(file);
    known.set(file, { value });
    return value;
  };
}

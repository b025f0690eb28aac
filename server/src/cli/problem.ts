import { getSystemErrorMap } from 'node:util';

/** A file that couldn't be checked at all, and why; said on standard error, exit status 2. */
export interface Problem {
  readonly file: string;
  readonly message: string;
}

/** What the system said, in words: `permission denied`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { errno } = error as NodeJS.ErrnoException;
  return getSystemErrorMap().get(errno ?? 0)?.[1] ?? error.message;
}

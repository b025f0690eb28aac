/** Exit status of every command. */
export const EXIT = {
  ok: 0,
  /** Errors found; with `format --check`, files to format. */
  errors: 1,
  /** Wrong usage or unreadable input. */
  usage: 2,
} as const;

declare const ALERTWRIGHT_VERSION: string | undefined;

/** The version in package.json, which the build puts in. */
export const VERSION = typeof ALERTWRIGHT_VERSION === 'undefined' ? '0.0.0' : ALERTWRIGHT_VERSION;

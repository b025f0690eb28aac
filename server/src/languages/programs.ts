/**
 * The front ends that need a parser's tables. They are a bundle of their own, which the first program that may concern
 * us loads (esbuild.mjs): most sessions see none.
 */
export { PythonParser } from './python/parser';
export { ScriptParser, type ScriptDialect } from './typescript/script-parser';

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar } from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';
import { installed } from '../support/installed';

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const require = createRequire(import.meta.url);
const onigLib = loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
  createOnigScanner,
  createOnigString,
}));

/** VS Code's own extensions whose grammars ours are injected into. */
const HOSTS = ['yaml', 'typescript-basics', 'javascript', 'python', 'markdown-basics'];

/** The grammars that our manifest and VS Code's own extensions contribute, joined as VS Code joins them. */
function contributedGrammars(): Map<string, Contribution> {
  const extensions = [
    fileURLToPath(new URL('../..', import.meta.url)),
    ...HOSTS.map((host) => join(installed('vscode'), 'extensions', host)),
  ];
  const grammars = extensions.flatMap((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      contributes: { grammars: Contribution[] };
    };
    return manifest.contributes.grammars.map((grammar) => ({ ...grammar, path: join(folder, grammar.path) }));
  });
  return new Map(grammars.map((grammar) => [grammar.scopeName, grammar]));
}

type HostScope =
  | 'source.yaml'
  | 'source.ts'
  | 'source.tsx'
  | 'source.js'
  | 'source.js.jsx'
  | 'source.python'
  | 'text.html.markdown';

/** The grammar of this scope with everything injected into it. */
export async function loadGrammar(
  scopeName: 'source.promql' | 'text.alertmanager-template' | HostScope,
): Promise<IGrammar> {
  const grammars = contributedGrammars();
  const registry = new Registry({
    onigLib,
    loadGrammar: (scope) => {
      const path = grammars.get(scope)?.path;
      if (path === undefined || !existsSync(path)) return Promise.resolve(null);
      return Promise.resolve(parseRawGrammar(readFileSync(path, 'utf8'), path));
    },
    getInjections: (scope) =>
      [...grammars.values()].filter((g) => g.injectTo?.includes(scope)).map((g) => g.scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`no grammar for ${scopeName}`);
  return grammar;
}

/** The scopes at the mark `‸`, outermost first, without the document's own. */
export function scopesAtMark(grammar: IGrammar, marked: string): readonly string[] {
  let state = INITIAL;
  for (const line of marked.split('\n')) {
    const mark = line.indexOf('‸');
    const result = grammar.tokenizeLine(line.replace('‸', ''), state);
    if (mark >= 0) {
      const token = result.tokens.find((t) => t.startIndex <= mark && mark < t.endIndex);
      return token?.scopes.slice(1) ?? [];
    }
    state = result.ruleStack;
  }
  throw new Error('no mark in the text');
}

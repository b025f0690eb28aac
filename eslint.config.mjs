import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import tseslint from 'typescript-eslint';

// The layers point one way: edges → features, checks → formats → languages → text.
// Each entry says what the files under `target` may not import.
const src = './server/src';
const layer = (target, from, message) => ({
  target: `${src}/${target}`,
  from: from.map((f) => (f.startsWith('.') ? f : `${src}/${f}`)),
  message,
});
const edges = ['server.ts', 'server.web.ts', 'cli.ts', 'lsp', 'cli'];
const zones = [
  layer(
    'text',
    ['languages', 'formats', 'workspace', 'checks', 'features', ...edges],
    'text/ is the bottom layer',
  ),
  layer('languages', ['formats', 'workspace', 'checks', 'features', ...edges], 'languages/ knows only text/'),
  layer('formats', ['workspace', 'checks', 'features', ...edges], 'formats/ knows languages/ and text/'),
  layer('workspace', ['features', ...edges], 'workspace/ offers facts to features, never asks them'),
  layer('checks', ['features', ...edges], 'checks/ are pure'),
  layer('features', edges, 'features/ are called by the edges'),
  layer('.', ['./client'], 'the server knows no client'),
  {
    target: './client',
    from: './server',
    except: ['./src/protocol.ts'],
    message: 'the client imports protocol.ts only',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      '.cache/',
      'node_modules/',
      'test/corpus/',
      'test/e2e/workspace/',
      'examples/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          project: ['server', 'client', 'client/panel', 'test'],
          noWarnOnMultipleProjects: true,
        }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['server/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'vscode', message: 'the server runs without VS Code' }] },
      ],
    },
  },
  {
    files: ['server/src/{text,languages,formats,checks}/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['vscode'],
          patterns: [
            {
              group: ['vscode-languageserver*', 'node:*', 'fs', 'path'],
              message: 'pure layers know no protocol and no machine',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-imports': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
  },
);

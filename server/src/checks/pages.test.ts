import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS, CODE_PAGES } from './pages';
import { renderPages } from './render-pages';

describe('docs/checks', () => {
  it.each([...renderPages(CODE_PAGES, CHECKS)])(
    '%s is what the tables say (run `npm run docs`)',
    (name, text) => {
      expect(readFileSync(new URL(`../../../docs/checks/${name}`, import.meta.url), 'utf8')).toBe(text);
    },
  );
});

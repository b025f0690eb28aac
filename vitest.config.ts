import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'server/src/**/*.test.ts',
      'client/{src,panel}/**/*.test.ts',
      'test/{conformance,grammar,project,property,protocol,cli}/**/*.test.ts',
    ],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 600_000,
  },
});

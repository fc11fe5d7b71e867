import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Apart from the unit tests' settings, because these need a build and a browser: `npm run e2e`.
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As long as Playwright waits: a run of all tables may stand between an act and what it brings.
    expect: { poll: { timeout: 30_000 } },
    // Two browsers with a 34 MB engine each are enough for one machine.
    fileParallelism: false,
  },
});

// Three projects: pure tests share one process, database tests clone a migrated template, journeys drive a browser.
import { defineConfig } from 'vitest/config';

const database = ['src/**/*.db.test.ts', 'src/**/*.db.test.tsx', 'tests/**/*.db.test.ts'];
const journeys = ['tests/journeys/**/*.test.ts'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts', 'seed/**/*.test.ts', 'reference-node/**/*.test.ts'],
          exclude: [...database, ...journeys, '**/node_modules/**'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: database,
          globalSetup: ['tests/database/cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: journeys,
          globalSetup: ['tests/journeys/portal.ts'],
          // Each step has its own patience; these only end what hangs, also on a machine that is busy with other things.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

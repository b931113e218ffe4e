import { defineConfig } from 'vitest/config';

/** Folders of tests/ whose files need Neo4j: they share its one database, so only one file runs at a time. */
const withServers = ['contract', 'api', 'interop', 'e2e'];

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      ...withServers.map((name, index) => ({
        test: {
          name,
          include: [`tests/${name}/**/*.test.ts`],
          globalSetup: 'tests/support/global-setup.ts',
          fileParallelism: false,
          sequence: { groupOrder: index + 1 },
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      })),
    ],
  },
});

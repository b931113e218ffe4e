import { defineConfig } from 'vitest/config';

/** Folders of tests/ whose files need Neo4j: they share its one database, so only one file runs at a time. */
const withServers = ['contract', 'api', 'interop', 'e2e'];

/** Node loads graphql as CommonJS; Vite would load its ES modules, a second copy whose types are not the server's. */
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
      ...withServers.map((name, index) => ({
        resolve,
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

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles what runs in a browser into dist/web, served by src/http: pages as `<name>/index.html`, the rest in `assets/`. */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // the explorer's editor is one large library; splitting it would not make it load sooner
    chunkSizeWarningLimit: 6_000,
    rolldownOptions: {
      input: { dashboard: at('dashboard/index.html'), explorer: at('explorer/index.html') },
      // libraries mark files "use client", which says nothing to a bundle that only runs in a client
      onLog(level, log, report) {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  worker: { format: 'es' },
});

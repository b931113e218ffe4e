import { fileURLToPath } from 'node:url';

/** What Vite bundles for browsers: the same folder whether this file runs from src/ or from dist/. */
const WEB = new URL('../../dist/web/', import.meta.url);

export function webFile(path: string): string {
  return fileURLToPath(new URL(path, WEB));
}

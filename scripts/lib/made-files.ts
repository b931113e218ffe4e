import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * Writes files that a script makes, by their paths in the project; where it was called with `--check`, fails instead
 * if one is not what would be written.
 */
export async function writeMadeFiles(script: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    if (!process.argv.includes('--check')) await writeFile(file, text);
    else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
      console.error(`${path} is not current: run npx tsx scripts/${script}`);
      process.exitCode = 1;
    }
  }
}

import { type FileHandle, open } from 'node:fs/promises';
import type { RecordIssue } from '../model/index.js';

/** Where refused lines go, so that they can be mended and loaded: beside each file, made when it has one. */
export interface Rejects {
  add(file: string, line: number, text: string, issues: readonly RecordIssue[]): Promise<void>;
  /** the files made */
  close(): Promise<string[]>;
}

export function rejectsFiles(): Rejects {
  const handles = new Map<string, FileHandle>();
  return {
    async add(file, line, text, issues) {
      const path = `${file}.rejects.ndjson`;
      const handle = handles.get(path) ?? (await open(path, 'w'));
      handles.set(path, handle);
      await handle.write(`${JSON.stringify({ file, line, text, issues })}\n`);
    },
    async close() {
      for (const handle of handles.values()) await handle.close();
      return [...handles.keys()];
    },
  };
}

export const NO_REJECTS: Rejects = { add: async () => {}, close: async () => [] };

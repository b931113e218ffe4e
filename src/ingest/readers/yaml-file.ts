import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { DemarcheError } from '../../model/index.js';
import { unreadable } from '../input-file.js';

/**
 * Reads a YAML file and checks it.
 *
 * @throws DemarcheError BAD_USER_INPUT that names the file, and the first things that are wrong
 */
export async function checkedYaml<T extends z.ZodType>(
  path: string,
  schema: T,
  what: string,
): Promise<z.output<T>> {
  const text = await readFile(path, 'utf8').catch((error) => {
    throw unreadable(path, error);
  });
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error) throw refusal(path, what, error.message.split('\n')[0] ?? '');
  const result = schema.safeParse(toPlain(path, what, document));
  if (result.success) return result.data;
  const reasons = result.error.issues
    .slice(0, MOST_REASONS)
    .map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw refusal(path, what, reasons.join('; '));
}

const MOST_REASONS = 5;

/** Aliases that unfold a thousandfold are an error of the library's. */
function toPlain(path: string, what: string, document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw refusal(path, what, error instanceof Error ? error.message : String(error));
  }
}

function refusal(path: string, what: string, reason: string): DemarcheError {
  return new DemarcheError('BAD_USER_INPUT', `${path}: expected ${what} in YAML: ${reason}`);
}

import { InvalidArgumentError } from 'commander';

/** The values of flags as commands take them; what is none of these ends with Commander's own error. */

/** Names with commas between them. */
export function listOf(text: string): string[] {
  return text.split(',').map((item) => item.trim());
}

export function objectOf(json: string): Record<string, unknown> {
  const value = jsonOf(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InvalidArgumentError('A JSON object was expected.');
  }
  return value as Record<string, unknown>;
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}

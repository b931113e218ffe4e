import { DemarcheError } from '../model/index.js';

/**
 * No filter of this API needs more; a deeper one would end in a stack overflow where GraphQL reads it, and one with more
 * parts would be read for a second only to be refused.
 */
const DEEPEST = 32;
const MOST_OBJECTS = 1_000;

/**
 * Checks the shape of variables before they are read: lists and objects within each other, and how many there are.
 * @throws DemarcheError VARIABLES_TOO_LARGE
 */
export function checkVariables(variables: Readonly<Record<string, unknown>>): void {
  let level: unknown[] = [variables];
  let objects = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw tooLarge(`nested at most ${DEEPEST} deep`);
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      objects += 1;
      if (objects > MOST_OBJECTS) throw tooLarge(`at most ${MOST_OBJECTS} objects and lists`);
      for (const inner of Object.values(value)) if (typeof inner === 'object') next.push(inner);
    }
    level = next;
  }
}

function tooLarge(expected: string): DemarcheError {
  return new DemarcheError('VARIABLES_TOO_LARGE', `variables: expected ${expected}`);
}

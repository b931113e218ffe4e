import type { Record as Row } from 'neo4j-driver';

/** A row as an object. The driver's own way to it goes through generators, and takes longer than decoding the row does. */
export function objectOf(row: Row): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const { keys } = row;
  for (let index = 0; index < keys.length; index++) object[keys[index] as string] = row.get(index as never);
  return object;
}

import type { Resolve } from './merges.js';

/** Keys of inputs whose texts are words, or the place of a page: an actor's id among them names no actor. */
const NO_IDS: ReadonlySet<string> = new Set(['words', 'page']);

/** The ids of actors that a checked input names, at any depth. */
export function actorIdsIn(input: unknown): string[] {
  if (typeof input === 'string') return input.startsWith('actor:') ? [input] : [];
  if (Array.isArray(input)) return input.flatMap(actorIdsIn);
  return isObject(input) ? valuesOf(input).flatMap(([, value]) => actorIdsIn(value)) : [];
}

/** A checked input with the actors that remain in the place of those it names; the same one where it names no other. */
export function withActors<T>(input: T, resolve: Resolve): T {
  // what takes the place of each part has its type
  if (typeof input === 'string') return (input.startsWith('actor:') ? resolve(input) : input) as T;
  if (Array.isArray(input)) {
    const items = input.map((item) => withActors(item, resolve));
    return items.every((item, place) => item === input[place]) ? input : ([...new Set(items)] as T);
  }
  if (!isObject(input)) return input;
  const changed = valuesOf(input).flatMap(([key, value]) => {
    const other = withActors(value, resolve);
    return other === value ? [] : [[key, other]];
  });
  return changed.length === 0 ? input : { ...input, ...Object.fromEntries(changed) };
}

function isObject(input: unknown): input is object {
  return typeof input === 'object' && input !== null && !ArrayBuffer.isView(input);
}

function valuesOf(input: object): [key: string, value: unknown][] {
  return Object.entries(input).filter(([key]) => !NO_IDS.has(key));
}

/** Names as the numbers that stand for them in columns: 0, 1, 2 … in the order in which they first came. */
export interface Names {
  readonly list: readonly string[];
  /** the number of a name, which is given one if it has none */
  codeOf(name: string): number;
  /** the number of a name that has one */
  find(name: string): number | undefined;
}

export function names(): Names {
  const list: string[] = [];
  const codes = new Map<string, number>();
  return {
    list,
    find: (name) => codes.get(name),
    codeOf(name) {
      const known = codes.get(name);
      if (known !== undefined) return known;
      codes.set(name, list.length);
      return list.push(name) - 1;
    },
  };
}

/** Numbers of names in the order of the names. */
export function sortedByName(codes: Iterable<number>, names: readonly string[]): number[] {
  return [...codes].sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
}

/** Which of the names are wanted: 1 at the number of each, 0 at the others'. */
export function wantedCodes(of: Names, wanted: (name: string) => boolean): Uint8Array {
  return Uint8Array.from(of.list, (name) => (wanted(name) ? 1 : 0));
}

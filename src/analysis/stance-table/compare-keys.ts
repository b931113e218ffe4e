/** The order of two keys of one length, part by part in the order of their characters: below 0 where `a` comes first. */
export function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [place, part] of a.entries()) {
    const other = b[place] ?? '';
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

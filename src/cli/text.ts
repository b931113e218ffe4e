/** A whole number as people read it: `12,345`. */
export function number(value: number): string {
  return value.toLocaleString('en-US');
}

/** `1 problem`, `2 problems`. */
export function counted(value: number, noun: string): string {
  return `${number(value)} ${noun}${value === 1 ? '' : 's'}`;
}

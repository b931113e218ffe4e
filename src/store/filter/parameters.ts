import type { QueryParam } from '../query.js';

/** Collects the parameters of a statement as it is composed, and names them `$p0`, `$p1`, … in order. */
export interface Parameters {
  /** takes a value and returns the name that stands for it in the text */
  add(value: QueryParam): string;
  readonly values: Readonly<Record<string, QueryParam>>;
}

export function parameters(): Parameters {
  const values: Record<string, QueryParam> = {};
  return {
    values,
    add(value) {
      const name = `p${Object.keys(values).length}`;
      values[name] = value;
      return `$${name}`;
    },
  };
}

type Compact<T> = { [K in keyof T]: T[K] };

/** Without the fields that are undefined: records leave empty fields out. */
export function compact<T extends object>(fields: T): Compact<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Compact<T>;
}

/** What the record format does not hold (model/records.ts): control characters, and halves of surrogate pairs. */
const UNSTORABLE = /[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu;

export interface StorableText {
  /** `undefined` where nothing is left */
  readonly text: string | undefined;
  /** what was done to it, if anything */
  readonly change: string | undefined;
}

/** A text as a record can hold it, of at most `length` UTF-16 code units. */
export function storableText(value: string, length: number): StorableText {
  const clean = value.replace(UNSTORABLE, '');
  // not within a surrogate pair
  const text = clean.slice(0, length).replace(/\p{Surrogate}$/u, '');
  const changes = [
    ...(clean === value ? [] : ['without control characters']),
    ...(text === clean ? [] : [`cut after ${length} characters`]),
  ];
  return {
    text: text.trim() === '' ? undefined : text,
    change: changes.length === 0 ? undefined : changes.join(', '),
  };
}

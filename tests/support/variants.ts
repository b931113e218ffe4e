import { type AnyRecord, referencesOf } from '../../src/model/index.js';

/**
 * Records in which every other one that names one of these actors names a variant of it, `actor:x-variant`; with the
 * variants. Merging the variants back gives no collision.
 */
export function withVariants(records: readonly AnyRecord[], actors: readonly string[]): AnyRecord[] {
  let count = 0;
  return records.flatMap((record): AnyRecord[] => {
    if (record.type === 'actor' && actors.includes(record.id)) {
      const { isoCode: _, ...rest } = record;
      return [
        record,
        { ...rest, id: variantOf(record.id), name: `${record.name} Variant`, aliases: undefined },
      ];
    }
    const named = referencesOf(record).filter(({ id }) => actors.includes(id));
    if (named.length === 0) return [record];
    count += 1;
    if (count % 2 === 0) return [record];
    const text = named.reduce(
      (json, { id }) => json.replaceAll(`"${id}"`, `"${variantOf(id)}"`),
      JSON.stringify(record),
    );
    return [JSON.parse(text) as AnyRecord];
  });
}

export function variantOf(actor: string): string {
  return `${actor}-variant`;
}

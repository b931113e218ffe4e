import type { ReadInput } from '../../src/ingest/index.js';
import type { AnyRecord, RecordIssue } from '../../src/model/index.js';

/** All of an input: its records, each with the place it was made from, and the rows that are refused. */
export async function readAll(input: ReadInput): Promise<{
  readonly records: readonly AnyRecord[];
  readonly from: readonly string[];
  readonly refused: readonly { readonly from: string; readonly issues: readonly RecordIssue[] }[];
  readonly rows: number;
}> {
  const records: AnyRecord[] = [];
  const from: string[] = [];
  const refused: { from: string; issues: readonly RecordIssue[] }[] = [];
  let rows = 0;
  try {
    for await (const row of input.rows()) {
      rows += 1;
      const place = input.placeOf(row.origin);
      if ('issues' in row) refused.push({ from: place, issues: row.issues });
      else {
        records.push(...row.records);
        from.push(...row.records.map(() => place));
      }
    }
  } finally {
    await input.close();
  }
  return { records, from, refused, rows };
}

import type { StreamQuery } from '../query.js';

export type CodedStanceRow = {
  readonly id: string;
  readonly statement: string;
  readonly topic: string;
  readonly coding: string;
  readonly position: string;
  readonly untilMet: string | null;
};

/** Every stance of some coding sets. */
export const codedStances: StreamQuery<{ readonly codings: readonly string[] }, CodedStanceRow> = {
  name: 'codedStances',
  text: `MATCH (s:Statement)-[x:TAKES_STANCE]->(t:Topic)
   WHERE x.coding IN $codings AND x.id > $after
   RETURN x.id AS id, s.id AS statement, t.id AS topic, x.coding AS coding, x.position AS position,
     x.untilMet AS untilMet
   ORDER BY id LIMIT $limit`,
  keyOf: (row) => row.id,
};

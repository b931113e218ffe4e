import { type CitationRecord, defaultAttribution } from '../../model/index.js';
import type { QueryParam, writeQueries } from '../../store/index.js';
import { type GraphRows, properties } from './graph-rows.js';

/** The citations of a node: one relationship each, known by its place in the record. */
export function addCitations(
  rows: GraphRows,
  statement: writeQueries.WriteStatement,
  id: string,
  citations: readonly CitationRecord[],
): void {
  citations.forEach(({ source, ...citation }, ordinal) => {
    rows.add(statement, {
      from: id,
      to: source,
      key: ordinal,
      props: properties({
        ...citation,
        attribution: citation.attribution ?? defaultAttribution(citation),
      }),
    });
  });
}

/** The citations of a record that is a relationship, which can have none of its own: each as JSON, and their sources. */
export function edgeCitations({
  citations,
}: {
  readonly citations?: readonly CitationRecord[] | undefined;
}): {
  readonly [name: string]: QueryParam | undefined;
} {
  return {
    citations: citations?.map((citation) => JSON.stringify(citation)),
    sources: citations && [...new Set(citations.map((citation) => citation.source))],
  };
}
